// A square out of a picture: which part of it is seen, how dragging and zooming move that part, and the small picture that is sent.
// Pure but for `cut`, which draws. Nothing of the rest of the picture leaves the device.

export interface Crop {
  /** The middle of the square, as parts of the picture's width and height. */
  x: number;
  y: number;
  /** 1: the largest square that fits; 4: a quarter of its side. */
  zoom: number;
}

export const MOST_ZOOM = 4;
export const SIDE = 320;

export const whole: Crop = { x: 0.5, y: 0.5, zoom: 1 };

const between = (least: number, value: number, most: number) => Math.min(Math.max(value, least), most);

/** The same with the square inside the picture. */
export function within(crop: Crop, width: number, height: number): Crop {
  const zoom = between(1, crop.zoom, MOST_ZOOM);
  const side = Math.min(width, height) / zoom;
  const [across, down] = [side / width / 2, side / height / 2];
  return { zoom, x: between(across, crop.x, 1 - across), y: between(down, crop.y, 1 - down) };
}

/** Moved by so many parts of the square's side: to the right and down are positive, as one drags the picture. */
export function moved(crop: Crop, right: number, down: number, width: number, height: number): Crop {
  const side = Math.min(width, height) / crop.zoom;
  return within({ ...crop, x: crop.x - (right * side) / width, y: crop.y - (down * side) / height }, width, height);
}

/** The square in pixels of the picture. */
export function square(crop: Crop, width: number, height: number): { left: number; top: number; side: number } {
  const side = Math.min(width, height) / crop.zoom;
  return { left: crop.x * width - side / 2, top: crop.y * height - side / 2, side };
}

/** The square as a small picture of its own. */
export async function cut(picture: ImageBitmap, crop: Crop): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIDE;
  const pen = canvas.getContext('2d')!;
  pen.imageSmoothingQuality = 'high';
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, SIDE, SIDE);
  const { left, top, side } = square(crop, picture.width, picture.height);
  pen.drawImage(picture, left, top, side, side, 0, 0, SIDE, SIDE);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.88));
  if (!blob) throw new Error('no picture');
  return new File([blob], 'photo.jpg', { type: 'image/jpeg' });
}
