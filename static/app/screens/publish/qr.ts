// A QR code as one path of an SVG: `size` modules a side, without a margin.
import { encode } from 'uqr';

export function qr(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { border: 0, ecc: 'M' });
  let path = '';
  data.forEach((row, y) => row.forEach((dark, x) => (path += dark ? `M${x} ${y}h1v1h-1z` : '')));
  return { size, path };
}
