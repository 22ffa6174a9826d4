// Addresses and back again, and which clicks on links the app takes for itself.
import { afterEach, describe, expect, it } from 'vitest';
import { go, linkTaken, match, route, to } from './router';

describe('match', () => {
  it('knows every screen by its address', () => {
    expect(match('/')).toEqual({ name: 'spaces' });
    expect(match('/account')).toEqual({ name: 'account' });
    expect(match('/s/a')).toEqual({ name: 'space', space: 'a' });
    expect(match('/s/a/team/')).toEqual({ name: 'team', space: 'a' });
    expect(match('/s/a/order')).toEqual({ name: 'order', space: 'a' });
    expect(match('/s/a/order/reports/r')).toEqual({ name: 'order', space: 'a', tab: 'reports', item: 'r' });
    expect(match('/s/a/p/b')).toEqual({ name: 'place', space: 'a', place: 'b' });
    expect(match('/s/a/p/b/m/c')).toEqual({ name: 'place', space: 'a', place: 'b', item: 'c' });
  });

  it('is lost everywhere else', () => {
    for (const path of ['/x', '/s', '/s/', '/s/a/b', '/s/a/p', '/account/x', '/s/%E0%A4%A']) expect(match(path)).toEqual({ name: 'lost' });
  });

  it('reads what `to` writes, whatever the ids hold', () => {
    expect(match(to.place('a/b', 'ç d', 'm?'))).toEqual({ name: 'place', space: 'a/b', place: 'ç d', item: 'm?' });
    expect(match(to.order('a#', 'reports', 'r/1'))).toEqual({ name: 'order', space: 'a#', tab: 'reports', item: 'r/1' });
    expect(match(to.team('a#'))).toEqual({ name: 'team', space: 'a#' });
  });
});

describe('go', () => {
  afterEach(() => go('/', 'replace'));

  it('changes route and address, and does not pile up the same address', () => {
    go('/account');
    const length = history.length;
    go('/account');
    expect(history.length).toBe(length);
    expect(location.pathname).toBe('/account');
    expect(route()).toEqual({ name: 'account' });
  });
});

describe('linkTaken', () => {
  const click = (html: string, init: MouseEventInit = {}) => {
    document.body.innerHTML = html;
    const event = new MouseEvent('click', { bubbles: true, cancelable: true, ...init });
    let taken: string | null = null;
    document.body.addEventListener(
      'click',
      (heard) => {
        taken = linkTaken(heard);
        heard.preventDefault();
      },
      { once: true },
    );
    document.querySelector('b')!.dispatchEvent(event);
    return taken;
  };

  it('takes plain clicks on our own screens', () => {
    expect(click('<a href="/s/a/p/b"><b>x</b></a>')).toBe('/s/a/p/b');
  });

  it('leaves the rest to the browser', () => {
    expect(click('<a href="/s/a" target="_blank"><b>x</b></a>')).toBeNull();
    expect(click('<a href="/s/a" download><b>x</b></a>')).toBeNull();
    expect(click('<a href="https://example.org/s/a"><b>x</b></a>')).toBeNull();
    expect(click('<a href="/files/a"><b>x</b></a>')).toBeNull();
    expect(click('<a href="/s/a"><b>x</b></a>', { ctrlKey: true })).toBeNull();
    expect(click('<a href="/s/a"><b>x</b></a>', { button: 1 })).toBeNull();
    expect(click('<b>x</b>')).toBeNull();
  });
});
