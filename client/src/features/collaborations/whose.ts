/** Whose true name it is: somebody who appears in a collaboration. */
export interface Whose {
  readonly collaboration: string;
  readonly appearance: string;
}
