// Faces: the letters that stand for a name, and that nothing of a face is read aloud.
import { render } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Face from './Face.svelte';
import { initials } from './initials';

describe('initials', () => {
  it.each([
    ['Pia Claes', 'PC'],
    ['Amina El Idrissi', 'AI'],
    ['Ms. Almeida', 'A'],
    ['milo', 'M'],
    ['ლუკა მაისურაძე', 'ლმ'],
    ['Ève Öztürk', 'ÈÖ'],
    ['  ', '?'],
    ['🦊 Fox', 'F'],
    ['Dr.', 'D'],
  ])('%s: %s', (name, letters) => expect(initials(name)).toBe(letters));
});

describe('Face', () => {
  it('wears the hue and shape of the school and is silent', () => {
    const { container } = render(Face, { name: 'Milo Beridze', hue: 'marigold', shape: 'square', present: false });
    const face = container.querySelector('.face')!;
    expect(face.textContent).toBe('MB');
    expect(face.classList).toContain('hue-marigold');
    expect(face.classList).toContain('square');
    expect(face.classList).toContain('away');
    expect(face.getAttribute('aria-hidden')).toBe('true');
  });
});
