/** Signs that a document's markup can't hold, whichever way they are written: controls but those of a line, and halves of signs. */
const unwritable = /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu;

/** Text as a document holds it: never a field, never markup. */
export const plainText = (text: string): string => text.replaceAll(unwritable, "\ufffd").replaceAll(/\r\n?/g, "\n");
