import { describe, expect, it } from 'vitest';
import { cells, decode, parse } from './list';

const pia = { name: 'Pia Claes', group: '4B', email: '' };

describe('a class list', () => {
  it.each([
    ['a column of names', 'Pia Claes\nMilo Beridze\n\n', ['Pia Claes', 'Milo Beridze']],
    ['numbers in front', '1\tPia Claes\n2\tMilo Beridze', ['Pia Claes', 'Milo Beridze']],
    ['Windows line ends', 'Pia Claes\r\nMilo Beridze\r\n', ['Pia Claes', 'Milo Beridze']],
    ['numbers of a list', '1. Pia Claes\n2) Milo Beridze\n3 Jef Maes', ['Pia Claes', 'Milo Beridze', 'Jef Maes']],
    ['family names first', 'Claes, Pia\n"Van den Berg, Milo";4B\nMaes, Jef; 4B', ['Pia Claes', 'Milo Van den Berg', 'Jef Maes']],
    ['nothing', ' \n\n', []],
  ])('reads %s', (_, text, names) => expect(parse(text).map((row) => row.name)).toEqual(names));

  it.each(['\t', ';', ','])('knows headings and %j', (mark) => {
    const table = [
      ['Voornaam', 'Achternaam', 'Klas', 'E-mail'],
      ['Pia', 'Claes', '4B', ''],
    ];
    expect(parse(table.map((row) => row.join(mark)).join('\n'))).toEqual([pia]);
  });

  it('finds class and address without headings', () => {
    expect(parse('Pia Claes;4B;pia@example.org')).toEqual([{ ...pia, email: 'pia@example.org' }]);
  });

  it('parts each line by itself where there are no headings', () => {
    expect(parse('Pia Claes; 4B; pia@example.org\nMilo\tBeridze\nPia Claes, 4B')).toEqual([
      { ...pia, email: 'pia@example.org' },
      { name: 'Milo Beridze', group: '', email: '' },
      pia,
    ]);
  });

  it('parts all lines as the headings are parted', () => {
    expect(parse('name,class\nPia Claes,4B; 5A\n"Claes; Pia",4B').map((row) => row.group)).toEqual(['4B; 5A', '4B']);
  });

  it('keeps what stands in quotes together', () => {
    expect(cells('"Claes, Pia ""de""",4B\n')).toEqual([['Claes, Pia "de"', '4B']]);
  });

  it('reads files of old spreadsheets and of new ones', () => {
    expect(decode(Uint8Array.from([0x5a, 0x6f, 0xeb]))).toBe('Zoë');
    expect(parse(decode(new TextEncoder().encode('\ufeffნინო')))[0]?.name).toBe('ნინო');
  });
});
