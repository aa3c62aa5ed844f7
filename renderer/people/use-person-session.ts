import { useEffect } from "react";
import type { PersonSession } from "../../shared/domain/people.ts";
import { useCall } from "../desk/desk-client.ts";

/** Whose signing key is open, asked again at the moment when it locks by itself. */
export function usePersonSession(): PersonSession | undefined {
  const { data, reload } = useCall("people.session", undefined);
  const locksAt = data?.locksAt;
  useEffect(() => {
    if (locksAt === undefined) return;
    const timer = setTimeout(reload, Math.max(0, Date.parse(locksAt) - Date.now()) + 200);
    return () => clearTimeout(timer);
  }, [locksAt, reload]);
  return data;
}
