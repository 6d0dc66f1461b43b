/** Ids of both ends of a link: a place in the report (findings from 1, their places from 0), and the finding in the list. */
export const PLACE_ID = (number: number, place: number) => `place-${number}-${place}`;
export const FINDING_ID = (number: number) => `finding-${number}`;
