// What is next in a project for the one who looks: one plain sentence, and the one button that matters (PRJ-01, PRJ-18).
// The server decides what may be done; this only says which of it to show first.
import { to } from '../../router';
import type { Project } from '../../wire/shapes';
import { list, t, type WordId } from '../../words';
import { countryName } from '../../names';

export interface Next {
  text: string;
  /** What the button is called, and where it leads; without one there is nothing to do now. */
  button?: WordId;
  href?: string;
  /** Waits for the reader. */
  mine: boolean;
}

/** The state as its pill says it. */
export function stateWord(project: Project): WordId {
  if (project.mine === 'invited') return 'projects-state-invited';
  return `projects-state-${project.state.replace('_', '-')}` as WordId;
}

export function nextOf(project: Project, me: string): Next {
  const there = to.project(project.id);
  const countries = (said: string[]) => {
    const which = project.decisions.filter((one) => said.includes(one.said)).map((one) => countryName(one.country));
    return { countries: list(which), count: which.length };
  };
  if (project.mine === 'invited')
    return { text: t('projects-next-invited'), button: 'projects-do-answer', href: there, mine: project.state === 'active' };
  switch (project.state) {
    case 'awaiting_partner': {
      const other = project.people.find((one) => one.person !== me)?.name ?? '';
      if (project.by === me) return { text: t('projects-next-wait-partner', { name: other }), mine: false };
      return { text: t('projects-next-answer-partner', { name: other }), button: 'projects-do-answer', href: there, mine: true };
    }
    case 'awaiting_support':
      return { text: t('projects-next-support', countries(['waiting'])), mine: false };
    case 'more_information':
      return {
        text: t('projects-next-question', { countries: countries(['question']).countries }),
        button: 'projects-do-reply',
        href: there,
        mine: true,
      };
    case 'opening':
      return { text: t('projects-next-opening'), mine: false };
    case 'active':
      return { text: t('projects-next-active'), button: 'projects-do-space', href: to.space(project.id), mine: false };
    case 'closed':
      return { text: t('projects-next-closed'), button: 'projects-do-read', href: to.space(project.id), mine: false };
    case 'declined':
      return { text: t('projects-next-declined'), button: 'projects-do-look', href: there, mine: false };
    default:
      return { text: t('projects-next-withdrawn'), button: 'projects-do-look', href: there, mine: false };
  }
}

/** Which of registered, partner, approval and open is done, and which is on now; without approval there are three. */
export function pathOf(project: Project, approval: boolean): { id: WordId; done: boolean; now: boolean }[] {
  const at =
    { awaiting_partner: 1, awaiting_support: 2, more_information: 2, opening: 3, active: 4, closed: 4 }[project.state as string] ?? 1;
  const steps: WordId[] = ['projects-path-registered', 'projects-path-partner', 'projects-path-support', 'projects-path-open'];
  return steps
    .map((id, index) => ({ id, done: index < at, now: index === at }))
    .filter(({ id }) => id !== 'projects-path-support' || approval || project.decisions.length > 0);
}
