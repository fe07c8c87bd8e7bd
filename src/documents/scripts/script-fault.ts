/** Something that the interpreter of a script refuses before it runs a single command of it. */
export interface ScriptFault {
  /** Where, in UTF-16 units from the start of the script. */
  readonly offset: number;
  /** What is wrong, lower case, without a full stop. */
  readonly message: string;
}
