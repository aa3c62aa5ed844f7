import FormatBold from "@mui/icons-material/FormatBold";
import FormatItalic from "@mui/icons-material/FormatItalic";
import FormatListBulleted from "@mui/icons-material/FormatListBulleted";
import FormatListNumbered from "@mui/icons-material/FormatListNumbered";
import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import type { JSONContent } from "@tiptap/core";
import { Bold } from "@tiptap/extension-bold";
import { Document } from "@tiptap/extension-document";
import { HardBreak } from "@tiptap/extension-hard-break";
import { Italic } from "@tiptap/extension-italic";
import { BulletList, ListItem, OrderedList } from "@tiptap/extension-list";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Text } from "@tiptap/extension-text";
import { UndoRedo } from "@tiptap/extensions";
import { EditorContent, useEditor } from "@tiptap/react";
import { useTranslation } from "react-i18next";
import { type RichText, richTextFrom } from "../../../shared/domain/rich-text.ts";
import { liveFieldNames } from "../blocks/live-fields.ts";

const extensions = [Document, Paragraph, Text, HardBreak, Bold, Italic, BulletList, OrderedList, ListItem, UndoRedo];

interface SectionTextProps {
  readonly label: string;
  readonly text: RichText;
  readonly onChange: (text: RichText) => void;
}

/** The desk's own words of a section; whatever is pasted keeps paragraphs, lists, bold and italic, and loses the rest. */
export function SectionText({ label, text, onChange }: SectionTextProps) {
  const { t } = useTranslation();
  const editor = useEditor({
    extensions,
    content: text as JSONContent, // a document of the same kind, with fewer kinds of nodes
    // Its styles are the desk's own: the page's policy takes no others.
    injectCSS: false,
    editorProps: { attributes: { role: "textbox", "aria-multiline": "true", "aria-label": label, "data-testid": "memo-text" } },
    onUpdate: ({ editor: changed }) => onChange(richTextFrom(changed.getJSON())),
  });
  const tools = [
    { label: t("memo.form.bold"), icon: <FormatBold fontSize="small" />, act: () => editor.chain().focus().toggleBold().run() },
    { label: t("memo.form.italic"), icon: <FormatItalic fontSize="small" />, act: () => editor.chain().focus().toggleItalic().run() },
    { label: t("memo.form.bullets"), icon: <FormatListBulleted fontSize="small" />, act: () => editor.chain().focus().toggleBulletList().run() },
    { label: t("memo.form.numbers"), icon: <FormatListNumbered fontSize="small" />, act: () => editor.chain().focus().toggleOrderedList().run() },
  ];
  return (
    <Box>
      <Box sx={{ display: "flex", alignItems: "center", gap: 0.5, mb: 0.5 }}>
        {tools.map((tool) => (
          <IconButton key={tool.label} size="small" aria-label={tool.label} onClick={tool.act}>
            {tool.icon}
          </IconButton>
        ))}
        <TextField
          select
          size="small"
          label={t("memo.form.field")}
          value=""
          onChange={({ target }) => editor.chain().focus().insertContent(`{{${target.value}}}`).run()}
          sx={{ flex: 1, minWidth: 0 }}
        >
          {liveFieldNames.map((name) => (
            <MenuItem key={name} value={name}>
              {t(`memo.form.fields.${name}`)}
            </MenuItem>
          ))}
        </TextField>
      </Box>
      <Box className="memo-editor-text">
        <EditorContent editor={editor} />
      </Box>
    </Box>
  );
}
