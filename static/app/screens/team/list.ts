// A class list as teachers have it: a pasted column of names, or a table out of a spreadsheet or a school's system. Pure.
// Columns apart by tab, semicolon or comma; a line of headings is known by its words, and parts all lines as it is parted itself. Without
// one each line stands for itself: lists are put together from several places. The rows are judged by the server.

export interface Listed {
  name: string;
  group: string;
  email: string;
}

export const MOST = 200;

type Column = 'name' | 'first' | 'last' | 'group' | 'email' | 'other';

const headings: Record<Exclude<Column, 'other'>, RegExp> = {
  first: /^(first ?name|given ?name|forename|voornaam|roepnaam|prénom|vorname)$/,
  last: /^(last ?name|surname|family ?name|achternaam|familienaam|nom|nachname)$/,
  name: /^(name|full ?name|pupil|student|naam|volledige naam|leerling)$/,
  group: /^(class|group|form|klas|klasgroep|groep)$/,
  email: /^(e-?mail|mail|e-?mail ?address|e-?mailadres|mailadres)$/,
};

/** The text of a file: UTF-8 with or without its mark, else the old Latin alphabet of Western spreadsheets. */
export function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The rows of a list, the empty ones left out. */
export function parse(text: string): Listed[] {
  const table = cells(text);
  if (!table.length) return [];
  const columns = table[0]!.map(heading);
  const headed = columns.some((column) => column !== 'other');
  const rows = headed ? table.slice(1) : table;
  return rows.map((row) => (headed ? named(row, columns) : guessed(row))).filter((row) => row.name || row.email);
}

function heading(cell: string): Column {
  const word = cell.toLowerCase().trim();
  const found = (Object.keys(headings) as (keyof typeof headings)[]).find((column) => headings[column].test(word));
  return found ?? 'other';
}

function named(row: string[], columns: Column[]): Listed {
  const of = (wanted: Column) => columns.flatMap((column, index) => (column === wanted && row[index] ? [row[index]] : [])).join(' ');
  return { name: turned(of('name')) || [of('first'), of('last')].filter(Boolean).join(' '), group: of('group'), email: of('email') };
}

/** Without headings: an address is known by its @, a class by a digit; what else there is, is the name. */
function guessed(row: string[]): Listed {
  const email = row.find((cell) => cell.includes('@')) ?? '';
  const rest = row.filter((cell) => cell && cell !== email);
  const group = rest.slice(1).find((cell) => /\d/.test(cell) && cell.length <= 8) ?? '';
  const words = rest.filter((cell) => cell !== group && !/^\d+[.)]?$/.test(cell));
  return { name: turned(words.join(' ').replace(/^\d+[.)]?\s+/, '')), group, email };
}

/** Registers write "Claes, Pia": a name is kept as people say it. */
function turned(name: string): string {
  const [, last, first] = /^([^,]+), ([^,]+)$/.exec(name) ?? [];
  return first ? `${first} ${last}` : name;
}

/** Lines into cells; what stands in quotes may hold the mark that parts the others. */
export function cells(text: string): string[][] {
  const clean = text.replace(/^\ufeff/, '');
  const [top = ''] = clean.trimStart().split(/[\r\n]/, 1);
  const strongest = separator(top);
  const headed = top.split(strongest).some((cell) => heading(cell.replaceAll('"', '')) !== 'other');
  let mark = '';
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const end = () => {
    row.push(cell.replace(/\s+/g, ' ').trim());
    cell = '';
  };
  for (let at = 0; at < clean.length; at += 1) {
    const letter = clean[at]!;
    if (!quoted && !row.length && !cell) mark = headed ? strongest : separator(clean.slice(at).split(/[\r\n]/, 1)[0]!);
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (clean[at + 1] === '"') cell += clean[(at += 1)];
      else quoted = false;
    } else if (letter === '"' && !cell.trim()) {
      quoted = true;
      cell = '';
    } else if (letter === mark) end();
    else if (letter === '\n' || letter === '\r') {
      end();
      rows.push(row);
      row = [];
    } else cell += letter;
  }
  end();
  rows.push(row);
  return rows.filter((one) => one.some(Boolean));
}

/** The strongest mark of a line outside of quotes: a comma parts names only where nothing else parts anything. */
function separator(line: string): string {
  const bare = line.replace(/"[^"]*"/g, '');
  // "Claes, Pia" is one name; "Pia Claes, 4B" is a name and a class.
  if (/^[^,;\t]+, [^,;\t\d@]+$/.test(bare)) return '\t';
  return ['\t', ';', ','].find((mark) => bare.includes(mark)) ?? '\t';
}
