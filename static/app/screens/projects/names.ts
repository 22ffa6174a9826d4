// Days without a time, as a project begins and ends on them.
import { date } from '../../words';

/** 1 Sep 2026, of a local day: noon keeps it that day wherever one reads. */
export const dayName = (day: string): string => date(`${day}T12:00:00`);
