import type { Rule } from "./rule";
import { exactlyOne } from "./rules/exactly-one";
import { missingKey } from "./rules/missing-key";
import { unknownKey } from "./rules/unknown-key";
import { wrongType } from "./rules/wrong-type";
import { bidirectionalControl, controlCharacter } from "./text-problems";

/** Rules about the keys and types of values in every kind of file. */
export const keyRules: readonly Rule[] = [unknownKey, missingKey, wrongType, exactlyOne];

export const textRules: readonly Rule[] = [controlCharacter, bidirectionalControl];
