import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import type { TrailFilter } from "../../shared/domain/audit.ts";
import { useCall } from "../desk/desk-client.ts";
import { ChoiceField } from "../ui/fields/ChoiceField.tsx";

const areas = [
  "deals",
  "tapes",
  "sheet",
  "versions",
  "assumptions",
  "pricing",
  "scenarios",
  "runs",
  "debtors",
  "diligence",
  "quality",
  "bids",
  "calendar",
  "portfolio",
  "company",
  "compliance",
  "approvals",
  "market",
  "memos",
  "exports",
  "people",
  "trail",
  "settings",
  "backups",
  "erase",
  "refused",
] as const;
type Area = (typeof areas)[number];
/** No id and no area: everything. */
const all = 0;
const everything = "all";

interface TrailFilterBarProps {
  readonly filter: TrailFilter;
  readonly onChange: (filter: TrailFilter) => void;
  /** Told the deal's name. */
  readonly onErase: (dealName: string) => void;
}

export function TrailFilterBar({ filter, onChange, onErase }: TrailFilterBarProps) {
  const { t } = useTranslation();
  const deals = useCall("deals.list", { archived: false }).data ?? [];
  const persons = useCall("people.list", undefined).data ?? [];
  const dealName = (id: number) => deals.find((deal) => deal.id === id)?.name ?? "";
  const { dealId } = filter;
  return (
    <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, p: 1, alignItems: "center" }}>
      <ChoiceField
        label={t("trail.deal")}
        value={dealId ?? all}
        options={[all, ...deals.map(({ id }) => id)]}
        textOf={(id) => (id === all ? t("trail.allDeals") : dealName(id))}
        onChange={(id) => onChange({ ...filter, dealId: id === all ? null : id })}
        width={280}
        testId="trail-deal"
      />
      <ChoiceField
        label={t("trail.person")}
        value={filter.personId ?? all}
        options={[all, ...persons.map(({ id }) => id)]}
        textOf={(id) => (id === all ? t("trail.allPersons") : (persons.find((person) => person.id === id)?.name ?? ""))}
        onChange={(id) => onChange({ ...filter, personId: id === all ? null : id })}
        width={160}
        testId="trail-person"
      />
      <ChoiceField<Area | typeof everything>
        label={t("trail.area")}
        value={areas.find((area) => area === filter.area) ?? everything}
        options={[everything, ...areas]}
        textOf={(area) => (area === everything ? t("trail.allAreas") : t(`trail.areaOf.${area}`))}
        onChange={(area) => onChange({ ...filter, area: area === everything ? null : area })}
        width={160}
        testId="trail-area"
      />
      {dealId !== null && (
        <Button color="error" onClick={() => onErase(dealName(dealId))} data-testid="trail-erase">
          {t("trail.erase")}
        </Button>
      )}
    </Box>
  );
}
