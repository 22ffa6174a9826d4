// What a desk is told of a school that somebody brought along. Nothing here runs.
export interface SchoolToCheck {
  id: string;
  name: string;
  town: string;
  region: string;
  country: string;
  zone: string;
  head: string;
  head_email: string;
  by: string;
  at: string;
  people: number;
}
