// A part of a picture in a given shape: which part is seen, how dragging and zooming move it, and the small picture that is sent.
// Pure but for `cut`, which draws. Nothing of the rest of the picture leaves the device.

export interface Crop {
  /** The middle of the part, as parts of the picture's width and height. */
  x: number;
  y: number;
  /** 1: the largest part that fits; 4: a quarter of its side. */
  zoom: number;
}

/** What comes out, in pixels. */
export interface Shape {
  width: number;
  height: number;
}

export const MOST_ZOOM = 4;

export const whole: Crop = { x: 0.5, y: 0.5, zoom: 1 };

const between = (least: number, value: number, most: number) => Math.min(Math.max(value, least), most);

/** How large the part is in pixels of the picture. */
function size(zoom: number, shape: Shape, of: Shape): Shape {
  const scale = Math.min(of.width / shape.width, of.height / shape.height) / zoom;
  return { width: shape.width * scale, height: shape.height * scale };
}

/** The same with the part inside the picture. */
export function within(crop: Crop, shape: Shape, of: Shape): Crop {
  const zoom = between(1, crop.zoom, MOST_ZOOM);
  const { width, height } = size(zoom, shape, of);
  const [across, down] = [width / of.width / 2, height / of.height / 2];
  return { zoom, x: between(across, crop.x, 1 - across), y: between(down, crop.y, 1 - down) };
}

/** Moved by so many parts of the part's width and height: to the right and down are positive, as one drags the picture. */
export function moved(crop: Crop, right: number, down: number, shape: Shape, of: Shape): Crop {
  const { width, height } = size(crop.zoom, shape, of);
  return within({ ...crop, x: crop.x - (right * width) / of.width, y: crop.y - (down * height) / of.height }, shape, of);
}

/** The part in pixels of the picture. */
export function part(crop: Crop, shape: Shape, of: Shape): { left: number; top: number; width: number; height: number } {
  const { width, height } = size(crop.zoom, shape, of);
  return { left: crop.x * of.width - width / 2, top: crop.y * of.height - height / 2, width, height };
}

/** The part as a small picture of its own. */
export async function cut(picture: ImageBitmap, crop: Crop, shape: Shape): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = shape.width;
  canvas.height = shape.height;
  const pen = canvas.getContext('2d')!;
  pen.imageSmoothingQuality = 'high';
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, shape.width, shape.height);
  const { left, top, width, height } = part(crop, shape, picture);
  pen.drawImage(picture, left, top, width, height, 0, 0, shape.width, shape.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.88));
  if (!blob) throw new Error('no picture');
  return new File([blob], 'photo.jpg', { type: 'image/jpeg' });
}
