// What somebody was about when they went to the form of a new project: with whom, or which earlier form to begin from.
import type { Project } from '../../wire/shapes';

export const beginning = $state<{ partner: string; like: Project | null }>({ partner: '', like: null });
