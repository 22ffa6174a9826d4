// One picture large, over everything: PhotoSwipe with our words and a caption, loaded when the first picture is opened. It has the
// keyboard (arrows, Escape, z), swiping and pinching; who opened it gets the focus back from the gallery.

import PhotoSwipe from 'photoswipe';
import 'photoswipe/style.css';
import './lightbox.css';

export interface Slide {
  id: string;
  src: string;
  srcset?: string;
  width: number;
  height: number;
  alt: string;
  caption: string;
  /** Who and when, below the caption. */
  by: string;
  /** Where the picture itself is, to keep. */
  href: string;
  name: string;
}

export interface Words {
  label: string;
  close: string;
  zoom: string;
  previous: string;
  next: string;
  download: string;
  failed: string;
  place: (at: number, count: number) => string;
}

export interface Large {
  /** Go to another picture. */
  show: (id: string) => void;
  close: () => void;
}

export function enlarge(
  slides: Slide[],
  at: string,
  words: Words,
  on: { change: (id: string) => void; close: (id: string) => void },
): Large {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const box = new PhotoSwipe({
    dataSource: slides.map((slide) => ({ ...slide, w: slide.width, h: slide.height })),
    index: Math.max(
      0,
      slides.findIndex(({ id }) => id === at),
    ),
    bgOpacity: 0.98,
    returnFocus: false,
    loop: false,
    showHideAnimationType: still ? 'none' : 'fade',
    zoomAnimationDuration: still ? 0 : 250,
    closeTitle: words.close,
    zoomTitle: words.zoom,
    arrowPrevTitle: words.previous,
    arrowNextTitle: words.next,
    errorMsg: words.failed,
    paddingFn: ({ x }) => ({ top: 56, bottom: x < 700 ? 96 : 88, left: 0, right: 0 }),
    mainClass: 'gallery-large',
  });
  const here = () => slides[box.currIndex] ?? slides[0]!;

  box.on('uiRegister', () => {
    box.ui?.registerElement({
      name: 'keep',
      order: 8,
      isButton: true,
      tagName: 'a',
      title: words.download,
      html: {
        isCustomSVG: true,
        inner: '<path d="M20.5 14.3 17.1 18V10h-2.2v7.9l-3.4-3.6L10 16l6 6.1 6-6.1ZM23 23H9v2h14Z" id="pswp__icn-keep"/>',
        outlineID: 'pswp__icn-keep',
      },
      onInit: (element) => {
        box.on('change', () => {
          const link = element as HTMLAnchorElement;
          link.href = here().href;
          link.download = here().name;
        });
      },
    });
    box.ui?.registerElement({
      name: 'caption',
      order: 9,
      isButton: false,
      appendTo: 'root',
      onInit: (element) => {
        element.setAttribute('aria-live', 'polite');
        box.on('change', () => element.replaceChildren(...told(here(), words.place(box.currIndex + 1, slides.length))));
      },
    });
  });
  box.on('change', () => on.change(here().id));
  box.on('destroy', () => on.close(here().id));
  box.init();
  box.element?.setAttribute('aria-label', words.label);
  box.element?.setAttribute('aria-modal', 'true');
  return {
    show: (id) => {
      const index = slides.findIndex((slide) => slide.id === id);
      if (index >= 0 && index !== box.currIndex) box.goTo(index);
    },
    close: () => box.close(),
  };
}

/** The caption and who took it for everybody, what is to be seen for those who listen. */
function told(slide: Slide, place: string): Node[] {
  const line = (text: string, kind: string) => {
    const part = document.createElement('p');
    part.className = kind;
    part.dir = 'auto';
    part.textContent = text;
    return part;
  };
  return [line(`${place}. ${slide.alt}`, 'visually-hidden'), ...(slide.caption ? [line(slide.caption, 'said')] : []), line(slide.by, 'by')];
}
