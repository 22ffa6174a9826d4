// A class list as teachers have it: a pasted column of names, or a table out of a spreadsheet or a school's system. Pure.
// Columns apart by tab, semicolon or comma; a line of headings is known by its words, and parts all lines as it is parted itself. Without
// one each line stands for itself: lists are put together from several places. The rows are judged by the server.

export interface Listed {
  /** Where it stands in the text, from 1. */
  line: number;
  name: string;
  group: string;
  email: string;
}

export const MOST = 200;

type Column = 'name' | 'first' | 'infix' | 'last' | 'group' | 'email' | 'other';

const headings: Record<Exclude<Column, 'other'>, RegExp> = {
  first: /^(first ?names?|given ?names?|forenames?|voorna(am|men)|roepnaam|prénoms?|vornamen?|სახელი)$/,
  infix: /^(infix|tussenvoegsels?|voorvoegsels?)$/,
  last: /^(last ?name|surname|family ?name|achternaam|familienaam|nom|nom de famille|nachname|familienname|გვარი)$/,
  name: /^(name|full ?name|pupil|student|naam|volledige naam|leerling|nom complet|élève|schüler)$/,
  group: /^(class|group|form|klas|klasgroep|klascode|groep|classe|klasse|კლასი)$/,
  email: /^(e-?mail|mail|e-?mail ?address|e-?mailadres|mailadres|courriel|adresse e-?mail|ელფოსტა)$/,
};

/**
 * The text of a file: UTF-8 with or without its mark, UTF-16 with it ("Unicode text" of spreadsheets), else the old Latin alphabet of
 * Western spreadsheets. Null where it is no text: a picture, or a workbook that was not saved as CSV.
 */
export function decode(bytes: Uint8Array): string | null {
  const text = decoded(bytes);
  return /[\0-\x08\x0e-\x1f\x7f-\x9f]/.test(text) ? null : text;
}

function decoded(bytes: Uint8Array): string {
  const mark = bytes[0]! * 256 + bytes[1]!;
  if (mark === 0xfffe || mark === 0xfeff) return new TextDecoder(mark === 0xfffe ? 'utf-16le' : 'utf-16be').decode(bytes);
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
  const columns = table[0]!.cells.map(heading);
  const headed = columns.some((column) => column !== 'other');
  const rows = headed ? table.slice(1) : table;
  return rows
    .map(({ line, cells }) => ({ line, ...(headed ? named(cells, columns) : guessed(cells)) }))
    .filter((row) => row.name || row.email);
}

function heading(cell: string): Column {
  const word = cell.toLowerCase().replaceAll('_', ' ').trim();
  const found = (Object.keys(headings) as (keyof typeof headings)[]).find((column) => headings[column].test(word));
  return found ?? 'other';
}

function named(row: string[], columns: Column[]): Omit<Listed, 'line'> {
  const of = (wanted: Column) => columns.flatMap((column, index) => (column === wanted && row[index] ? [row[index]] : [])).join(' ');
  const parts = (...wanted: Column[]) => wanted.map(of).filter(Boolean).join(' ');
  // Beside a column of first names, what is just called "name" is the family's.
  const apart = columns.includes('first') && !columns.includes('last');
  const name = apart ? parts('first', 'infix', 'name') : turned(of('name')) || parts('first', 'infix', 'last');
  return { name, group: of('group'), email: of('email') };
}

/** Without headings: an address is known by its @, a class by a digit; what else there is, is the name. */
function guessed(row: string[]): Omit<Listed, 'line'> {
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

interface Row {
  line: number;
  cells: string[];
}

/** Lines into cells, the empty ones left out; what stands in quotes may hold the mark that parts the others. */
export function cells(text: string): Row[] {
  const clean = text.replace(/^\ufeff/, '');
  const [top = ''] = clean.trimStart().split(/[\r\n]/, 1);
  const strongest = separator(top);
  const headed = top.split(strongest).some((cell) => heading(cell.replaceAll('"', '')) !== 'other');
  let mark = '';
  const rows: Row[] = [];
  let line = 1;
  let begun = 1;
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const end = () => {
    row.push(cell.replace(/\s+/g, ' ').trim());
    cell = '';
  };
  const endRow = () => {
    end();
    if (row.some(Boolean)) rows.push({ line: begun, cells: row });
    row = [];
    begun = line;
  };
  for (let at = 0; at < clean.length; at += 1) {
    const letter = clean[at]!;
    if (letter === '\n' || (letter === '\r' && clean[at + 1] !== '\n')) line += 1;
    if (!quoted && !row.length && !cell) mark = headed ? strongest : separator(clean.slice(at).split(/[\r\n]/, 1)[0]!);
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (clean[at + 1] === '"') cell += clean[(at += 1)];
      else quoted = false;
    } else if (letter === '"' && !cell.trim()) {
      quoted = true;
      cell = '';
    } else if (letter === mark) end();
    else if (letter === '\n' || letter === '\r') endRow();
    else cell += letter;
  }
  endRow();
  return rows;
}

/** The strongest mark of a line outside of quotes: a comma parts names only where nothing else parts anything. */
function separator(line: string): string {
  const bare = line.replace(/"[^"]*"/g, '');
  // "Claes, Pia" is one name; "Pia Claes, 4B" is a name and a class.
  if (/^[^,;\t]+, [^,;\t\d@]+$/.test(bare)) return '\t';
  return ['\t', ';', ','].find((mark) => bare.includes(mark)) ?? '\t';
}
