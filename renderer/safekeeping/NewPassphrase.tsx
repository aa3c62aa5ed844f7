import { useTranslation } from "react-i18next";
import { isLongEnough, leastPassphrase } from "../../shared/domain/people.ts";
import { SecretField } from "../ui/fields/SecretField.tsx";

export interface TypedTwice {
  readonly passphrase: string;
  readonly repeated: string;
}

export const isGood = ({ passphrase, repeated }: TypedTwice): boolean => isLongEnough(passphrase) && passphrase === repeated;

interface NewPassphraseProps {
  readonly value: TypedTwice;
  readonly onChange: (value: TypedTwice) => void;
}

/** A new passphrase, typed twice. */
export function NewPassphrase({ value, onChange }: NewPassphraseProps) {
  const { t } = useTranslation();
  const { passphrase, repeated } = value;
  const hint = t("people.passphraseHint", { least: leastPassphrase });
  return (
    <>
      <SecretField
        label={t("encryption.passphrase")}
        value={passphrase}
        onChange={(next) => onChange({ ...value, passphrase: next })}
        hint={hint}
        problem={passphrase !== "" && !isLongEnough(passphrase) ? hint : undefined}
        autoFocus
        testId="desk-passphrase"
      />
      <SecretField
        label={t("people.repeat")}
        value={repeated}
        onChange={(next) => onChange({ ...value, repeated: next })}
        problem={repeated !== "" && repeated !== passphrase ? t("people.repeatDiffers") : undefined}
        testId="desk-passphrase-repeat"
      />
    </>
  );
}
