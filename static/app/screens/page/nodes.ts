// What a page is made of: the same table of nodes and marks as the server's (`cms/page_html`). Whoever adds a node raises SCHEMA
// here and there, because an older program would delete it from everybody's page. Nodes check their own addresses: others see them.

import { Node, mergeAttributes } from '@tiptap/core';
import { TableKit } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import type { Space } from '../../space/space.svelte';
import { schoolLooks } from '../../look/schools';

const BLANKS = /[\u0000-\u0020\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const ID = /^[0-9A-Za-z_-]{1,64}$/;

/** The address, if a browser may be sent there: http, https, mailto, or a place of this installation; else an empty one. */
export function safeLink(address: unknown): string {
  const bare = String(address ?? '').replace(BLANKS, '');
  if (!bare || bare.length > 2000 || bare.includes('\\')) return '';
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(bare)?.[0].toLowerCase();
  if (scheme) return ['http:', 'https:', 'mailto:'].includes(scheme) ? bare : '';
  return bare.startsWith('/') && !bare.startsWith('//') ? bare : '';
}

const file = { default: '', parseHTML: (el: HTMLElement) => el.getAttribute('data-file') ?? '', renderHTML: () => ({}) };
const plain = (name: string) => ({
  default: '',
  parseHTML: (el: HTMLElement) => el.getAttribute(`data-${name}`) ?? '',
  renderHTML: () => ({}),
});

const Picture = Node.create({
  name: 'picture',
  group: 'block',
  content: 'inline*',
  draggable: true,
  isolating: true,
  addAttributes: () => ({ file, alt: plain('alt') }),
  parseHTML: () => [{ tag: 'figure[data-file]', contentElement: 'figcaption' }],
  renderHTML({ node }) {
    const id = String(node.attrs.file);
    const src = ID.test(id) ? `/files/${id}/960` : '';
    return [
      'figure',
      { 'data-file': id, 'data-alt': node.attrs.alt },
      ['img', { src, alt: node.attrs.alt, loading: 'lazy', draggable: 'false' }],
      ['figcaption', 0],
    ];
  },
});

const Video = Node.create({
  name: 'video',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({ href: plain('href'), title: plain('title') }),
  parseHTML: () => [{ tag: 'p[data-href]', priority: 60 }],
  renderHTML({ node }) {
    const href = safeLink(node.attrs.href);
    const words = String(node.attrs.title || node.attrs.href);
    const link = href ? ['a', { href, target: '_blank', rel: 'noopener noreferrer' }, words] : ['span', words];
    return ['p', { class: 'video', 'data-href': node.attrs.href, 'data-title': node.attrs.title }, link];
  },
});

const Attachment = Node.create({
  name: 'attachment',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({ file, name: plain('name') }),
  parseHTML: () => [{ tag: 'p[data-file]', priority: 60 }],
  renderHTML({ node }) {
    const id = String(node.attrs.file);
    const words = String(node.attrs.name || id);
    const link = ID.test(id) ? ['a', { href: `/files/${id}?download`, download: '' }, words] : ['span', words];
    return ['p', { class: 'file', 'data-file': id, 'data-name': node.attrs.name }, link];
  },
});

const Columns = Node.create({
  name: 'columns',
  group: 'block',
  content: 'column{2,4}',
  isolating: true,
  parseHTML: () => [{ tag: 'div.columns' }],
  renderHTML: () => ['div', { class: 'columns' }, 0],
});

/** `look` says how a school looks in this space, and what it is called. */
const column = (look: (school: string) => { hue: string; name: string }) =>
  Node.create({
    name: 'column',
    content: 'block+',
    isolating: true,
    addAttributes: () => ({ school: plain('school') }),
    parseHTML: () => [{ tag: 'section[data-school]' }],
    renderHTML({ node, HTMLAttributes }) {
      const { hue, name } = look(String(node.attrs.school));
      const own = { class: `column hue-${hue}`, 'data-school': node.attrs.school, 'data-label': name };
      return ['section', mergeAttributes(HTMLAttributes, own), 0];
    },
  });

export function nodesFor(space: Space) {
  const look = (id: string) => {
    const school = space.school(id);
    return { hue: schoolLooks(space.space?.schools ?? []).get(id)?.hue ?? 'none', name: school?.town ?? '' };
  };
  return [
    StarterKit.configure({
      undoRedo: false,
      trailingNode: false,
      heading: { levels: [1, 2, 3] },
      link: { openOnClick: false, autolink: true, isAllowedUri: (uri) => safeLink(uri) !== '' },
      dropcursor: { class: 'page-drop', color: false },
    }),
    TableKit.configure({ table: { resizable: false } }),
    Picture,
    Video,
    Attachment,
    Columns,
    column(look),
  ];
}
