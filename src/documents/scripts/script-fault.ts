/** A fault for which an interpreter rejects a script before it runs any of its commands. */
export interface ScriptFault {
  /** Offset in UTF-16 units from the start of the script. */
  readonly offset: number;
  /** Description of the fault, in lower case and without a full stop. */
  readonly message: string;
}
