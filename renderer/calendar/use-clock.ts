import { useEffect, useState } from "react";

const tickMs = 20_000;

/** The time of this machine, as often as a reminder needs it. */
export function useClock(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
