import { describe, expect, it } from 'vitest';
import { cells, decode, parse } from './list';

const pia = { line: 1, name: 'Pia Claes', group: '4B', email: '' };

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
    expect(parse(table.map((row) => row.join(mark)).join('\n'))).toEqual([{ ...pia, line: 2 }]);
  });

  it.each([
    ['Naam;Voornaam;Klas', 'Claes;Pia;4B'],
    ['voornaam,naam,klas', 'Pia,Claes,4B'],
    ['NOM\tPRÉNOM\tCLASSE', 'Claes\tPia\t4B'],
    ['first_name;last_name;class', 'Pia;Claes;4B'],
    ['Roepnaam;Tussenvoegsel;Achternaam;Klas', 'Pia;;Claes;4B'],
    ['Nr;Leerling;Klas', '1;Claes, Pia;4B'],
  ])('puts a name together under %j', (head, row) => expect(parse(`${head}\n${row}`)).toEqual([{ ...pia, line: 2 }]));

  it('keeps what stands between the names, and Georgian headings', () => {
    expect(parse('Roepnaam;Tussenvoegsel;Achternaam\nMilo;van den;Berg')[0]?.name).toBe('Milo van den Berg');
    expect(parse('სახელი,გვარი,კლასი\nნინო,ლომიძე,7ა')[0]).toEqual({ line: 2, name: 'ნინო ლომიძე', group: '7ა', email: '' });
  });

  it.each(['\n', '\r\n', '\r'])('says in which line of the text a row begins, whatever ends lines: %j', (end) => {
    const text = ['name;class', '', '"Pia', 'Claes";4B', '', ';4B;', ';;pia@example.org', 'Milo;4B'].join(end);
    expect(parse(text).map((row) => [row.line, row.name])).toEqual([
      [3, 'Pia Claes'],
      [8, 'Milo'],
    ]);
  });

  it('finds class and address without headings', () => {
    expect(parse('Pia Claes;4B;pia@example.org')).toEqual([{ ...pia, email: 'pia@example.org' }]);
  });

  it('parts each line by itself where there are no headings', () => {
    expect(parse('Pia Claes; 4B; pia@example.org\nMilo\tBeridze\nPia Claes, 4B')).toEqual([
      { ...pia, email: 'pia@example.org' },
      { line: 2, name: 'Milo Beridze', group: '', email: '' },
      { ...pia, line: 3 },
    ]);
  });

  it('parts all lines as the headings are parted', () => {
    expect(parse('name,class\nPia Claes,4B; 5A\n"Claes; Pia",4B').map((row) => row.group)).toEqual(['4B; 5A', '4B']);
  });

  it('keeps what stands in quotes together', () => {
    expect(cells('"Claes, Pia ""de""",4B\n')).toEqual([{ line: 1, cells: ['Claes, Pia "de"', '4B'] }]);
  });

  it('reads files of old spreadsheets and of new ones', () => {
    expect(decode(Uint8Array.from([0x5a, 0x6f, 0xeb]))).toBe('Zoë');
    expect(parse(decode(new TextEncoder().encode('\ufeffნინო')) ?? '')[0]?.name).toBe('ნინო');
    expect(parse(decode(Uint8Array.from([0xff, 0xfe, 0x5a, 0, 0x6f, 0, 0xeb, 0])) ?? '')[0]?.name).toBe('Zoë');
    expect(parse(decode(Uint8Array.from([0xfe, 0xff, 0, 0x5a, 0, 0x6f, 0, 0xeb])) ?? '')[0]?.name).toBe('Zoë');
  });

  it.each([
    ['a picture', [0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a]],
    ['a workbook', [0x50, 0x4b, 3, 4, 0x14, 0, 6]],
  ])('takes %s for no text', (_, bytes) => expect(decode(Uint8Array.from(bytes))).toBeNull());

  it('takes an empty file for an empty list', () => expect(decode(new Uint8Array())).toBe(''));
});
