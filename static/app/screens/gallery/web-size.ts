// Pictures made web-sized on the device that took them: what is too large for the server, or larger than it would keep, never
// crosses the school's network. Orientation stays right, because the browser turns the picture before it is drawn.

/** The long side that is kept, in pixels; the server makes no larger ones. */
export const LONG_SIDE = 2560;
/** Where a picture is still too many bytes at that size, it is tried smaller. */
const TRIES: readonly [side: number, quality: number][] = [
  [LONG_SIDE, 0.86],
  [LONG_SIDE, 0.75],
  [2048, 0.72],
  [1600, 0.7],
];
/** What the server takes as it is. */
const TAKEN = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif']);

export type Sized = { file: File; was: number | null };

/** The sizes that fit: the picture's own, or with its long side bounded. */
export function within(width: number, height: number, side: number): [number, number] {
  const by = Math.min(1, side / Math.max(width, height));
  return [Math.max(1, Math.round(width * by)), Math.max(1, Math.round(height * by))];
}

/** A name whose ending says what it is now. */
export function renamed(name: string, type: string): string {
  const ending = type === 'image/png' ? '.png' : type === 'image/webp' ? '.webp' : '.jpg';
  const bare = name.replace(/\.[a-z0-9]{1,5}$/i, '');
  return name.toLowerCase().endsWith(ending) || (ending === '.jpg' && /\.jpeg$/i.test(name)) ? name : bare + ending;
}

/**
 * The picture as it is sent: itself where it fits, else a smaller one, with how many bytes it had. A kind that only this device
 * knows (HEIC) becomes a JPEG. What can't be opened here is sent as it is: the server says what is wrong with it.
 */
export async function webSized(file: File, most: number): Promise<Sized> {
  const as = { file, was: null };
  // An animation would stand still.
  if (file.type === 'image/gif') return as;
  const image = await decoded(file);
  if (!image) return as;
  const { naturalWidth: width, naturalHeight: height } = image;
  const fits = file.size <= most && Math.max(width, height) <= LONG_SIDE;
  if ((fits && TAKEN.has(file.type)) || !width) return as;
  const kinds =
    file.type === 'image/jpeg' ? ['image/jpeg'] : file.type === 'image/png' ? ['image/png', 'image/jpeg'] : ['image/webp', 'image/jpeg'];
  for (const [side, quality] of TRIES) {
    for (const kind of kinds) {
      const blob = await drawn(image, within(width, height, side), kind, quality);
      if (blob && blob.size <= most && blob.type === kind)
        return { file: new File([blob], renamed(file.name, kind), { type: kind, lastModified: file.lastModified }), was: file.size };
    }
  }
  return as;
}

async function decoded(file: File): Promise<HTMLImageElement | null> {
  const image = new Image();
  const address = URL.createObjectURL(file);
  try {
    image.src = address;
    await image.decode();
    return image;
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(address);
  }
}

function drawn(image: HTMLImageElement, [width, height]: [number, number], kind: string, quality: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (!pen) return Promise.resolve(null);
  if (kind === 'image/jpeg') {
    // What is transparent would turn black.
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, width, height);
  }
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(image, 0, 0, width, height);
  return new Promise((resolve) => canvas.toBlob(resolve, kind, quality));
}
