// What somebody signs in with besides the password, as the server tells it.
export interface Factor {
  kind: 'factor';
  id: string;
  type: 'app' | 'passkey' | 'recovery';
  name: string;
  created_at: string;
  used_at: string | null;
  left: number | null;
}

export interface Factors {
  factors: Factor[];
  may: boolean;
  fresh: boolean;
}

/** What a list calls a passkey that is made here, from what the browser says of itself; the person can change it. */
export function deviceName(agent: string): string {
  const systems: [RegExp, string][] = [
    [/iPad/, 'iPad'],
    [/iPhone/, 'iPhone'],
    [/Android/, 'Android'],
    [/CrOS/, 'Chromebook'],
    [/Windows/, 'Windows'],
    [/Mac OS/, 'Mac'],
    [/Linux/, 'Linux'],
  ];
  return systems.find(([sign]) => sign.test(agent))?.[1] ?? '';
}
