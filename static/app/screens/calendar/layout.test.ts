import { describe, expect, it } from 'vitest';
import { agenda, boxes, lanes } from './layout';
import { weekOf } from './local';
import { choiceOf, ruleOf } from './repeat';
import type { CalendarEvent, Shown } from './shapes';

function one(id: string, first: string, last = first, from = 0, to = 1440): Shown {
  const whole = from === 0 && to === 1440;
  const at = whole ? null : `${first}T09:00:00.000Z`;
  return {
    key: id,
    event: { id } as CalendarEvent,
    occurrence: { event: id, starts: first, ends: last, at, until: at },
    first,
    last,
    from,
    to,
  };
}

const week = weekOf('2026-11-25');
const names = (cells: ReturnType<typeof lanes>) => cells.map((day) => day.map((cell) => cell?.shown.key ?? '-').join(''));

describe('lanes', () => {
  it('keep a thing of several days in one lane, and what is short fits in around it', () => {
    const cells = lanes(week, [
      one('a', '2026-11-24', '2026-11-26'),
      one('b', '2026-11-23', '2026-11-24'),
      one('c', '2026-11-26', '2026-11-26', 600, 660),
    ]);
    expect(names(cells)).toEqual(['b', 'ba', '-a', 'ca', '', '', '']);
  });

  it('cut what goes on before and after the week', () => {
    const cells = lanes(week, [one('a', '2026-11-01', '2026-12-24')]);
    expect(cells.map((day) => day[0]!.opens || day[0]!.closes)).toEqual(Array(7).fill(false));
    expect(cells.map((day) => day[0]!.named)).toEqual([true, ...Array<boolean>(6).fill(false)]);
  });
});

describe('boxes', () => {
  it('stand side by side only where they overlap', () => {
    const day = '2026-11-24';
    const found = boxes(day, [one('a', day, day, 540, 660), one('b', day, day, 600, 720), one('c', day, day, 720, 780)]);
    expect(found.map((box) => [box.shown.key, box.column, box.columns])).toEqual([
      ['a', 0, 2],
      ['b', 1, 2],
      ['c', 0, 1],
    ]);
  });

  it('run to midnight and on from there', () => {
    const late = one('a', '2026-11-24', '2026-11-25', 1380, 60);
    expect(boxes('2026-11-24', [late])[0]).toMatchObject({ from: 1380, to: 1440 });
    expect(boxes('2026-11-25', [late])[0]).toMatchObject({ from: 0, to: 60 });
  });
});

describe('agenda', () => {
  it('tells a long thing once, whole days before times', () => {
    const days = agenda('2026-11-24', '2026-11-30', [
      one('t', '2026-11-24', '2026-11-24', 60, 90),
      one('w', '2026-11-20', '2026-11-28'),
      one('x', '2026-12-02'),
    ]);
    expect(days.map(({ day, shown }) => [day, shown.map((each) => each.key)])).toEqual([['2026-11-24', ['w', 't']]]);
  });
});

describe('rules', () => {
  it('are the choices of the form and back', () => {
    for (const every of ['day', 'week', 'fortnight', 'month', 'year'] as const)
      expect(choiceOf(ruleOf(every, '2026-12-31'))).toEqual({ every, until: '2026-12-31' });
    expect(choiceOf('FREQ=MONTHLY;BYDAY=-1SU').every).toBe('other');
    expect(choiceOf(null).every).toBe('never');
  });
});
