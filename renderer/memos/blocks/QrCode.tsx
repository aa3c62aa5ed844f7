import { encode } from "uqr";

interface QrCodeProps {
  readonly text: string;
  /** What it holds, for a reader by ear. */
  readonly label: string;
}

/** A text as a QR code: one path, so that it prints sharp at any size. */
export function QrCode({ text, label }: QrCodeProps) {
  const { data, size } = encode(text, { ecc: "M", border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return (
    <svg className="memo-qr" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <path d={path} />
    </svg>
  );
}
