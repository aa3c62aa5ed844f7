import Typography from "@mui/material/Typography";
import { type Control, useController, useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import type { MarketDeal, MarketDealInput } from "../../shared/contract/market-channels.ts";
import { marketAssetKinds, marketClasses, marketConfidences, marketProcesses } from "../../shared/domain/market-facts.ts";
import { ChoiceField } from "../ui/fields/ChoiceField.tsx";
import { FormChoice } from "../ui/forms/FormChoice.tsx";
import { FormCount } from "../ui/forms/FormCount.tsx";
import { FormDay } from "../ui/forms/FormDay.tsx";
import { FormMoney } from "../ui/forms/FormMoney.tsx";
import { FormMonths } from "../ui/forms/FormMonths.tsx";
import { FormRate } from "../ui/forms/FormRate.tsx";
import { FormText } from "../ui/forms/FormText.tsx";
import { wideField } from "../ui/forms/form-field.ts";
import type { DealForm } from "./deal-form.ts";

interface MarketFactFieldsProps {
  readonly control: Control<DealForm, unknown, MarketDealInput>;
  readonly others: readonly MarketDeal[];
}

/** What else may be known of a deal. */
export function MarketFactFields({ control, others }: MarketFactFieldsProps) {
  const { t } = useTranslation();
  const notPublished = t("market.notPublished");
  return (
    <>
      <Typography variant="h3" sx={wideField}>
        {t("market.factsTitle")}
      </Typography>
      <FormChoice control={control} name="facts.process" label={t("market.process")} options={marketProcesses} textOf={(one) => t(`market.processOf.${one}`)} />
      <FormChoice
        control={control}
        name="facts.assetKind"
        label={t("market.assetKind")}
        options={marketAssetKinds}
        textOf={(one) => t(`market.assetKindOf.${one}`)}
      />
      <FormChoice
        control={control}
        name="facts.marketClass"
        label={t("market.marketClass")}
        options={marketClasses}
        textOf={(one) => t(`market.marketClassOf.${one}`)}
      />
      <FormChoice
        control={control}
        name="facts.confidence"
        label={t("market.confidence")}
        options={marketConfidences}
        textOf={(one) => t(`market.confidenceOf.${one}`)}
      />
      <FormText control={control} name="facts.province" label={t("market.province")} />
      <FormCount control={control} name="facts.bidders" label={t("market.bidders")} unit={t("market.biddersUnit")} />
      <FormDay control={control} name="facts.signedOn" label={t("market.signedOn")} />
      <FormDay control={control} name="facts.effectiveOn" label={t("market.effectiveOn")} />
      <FormDay control={control} name="facts.completedOn" label={t("market.completedOn")} />
      <FormMoney control={control} name="facts.listFen" label={t("market.list")} placeholder={notPublished} />
      <FormMoney control={control} name="facts.cashFen" label={t("market.cashPart")} placeholder={notPublished} />
      <FormMoney control={control} name="facts.rightsFen" label={t("market.rightsPart")} placeholder={notPublished} />
      <FormMoney control={control} name="facts.instalmentsFen" label={t("market.instalmentsPart")} placeholder={notPublished} />
      <FormMoney control={control} name="facts.netFen" label={t("market.net")} placeholder={notPublished} />
      <FormRate control={control} name="facts.deferredRate" label={t("market.deferredRate")} place="payment.trustRights.annualRate" />
      <FormMonths control={control} name="facts.deferredMonths" label={t("market.deferredMonths")} />
      <FormText control={control} name="facts.link" label={t("market.link")} wide />
      <SupersededField control={control} others={others} />
    </>
  );
}

/** The earlier record of the same sale, if this is a later one. */
function SupersededField({ control, others }: MarketFactFieldsProps) {
  const { t } = useTranslation();
  const { field } = useController({ control, name: "facts.supersedesId" });
  const seller = useWatch({ control, name: "seller" }).trim();
  const sameSale = others.filter((one) => one.id === field.value || (seller !== "" && one.seller.includes(seller)));
  const nameOf = (id: number) => {
    const other = sameSale.find((one) => one.id === id);
    return other === undefined ? t("market.supersedesNone") : `${other.reportedOn} ${other.buyer} / ${other.seller}`;
  };
  return (
    <ChoiceField
      label={t("market.supersedes")}
      value={field.value ?? 0}
      options={[0, ...sameSale.map(({ id }) => id)]}
      textOf={nameOf}
      onChange={(id) => field.onChange(id === 0 ? null : id)}
    />
  );
}
