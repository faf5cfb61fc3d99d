import { Anchor, List, Text } from "@mantine/core";
import { Link } from "react-router";
import { DateText } from "./dates.tsx";
import { recordPath } from "./record-paths.ts";

interface Quote {
  readonly id: string;
  readonly text: string;
  readonly translation: string | null;
  readonly date: string | null;
  readonly speakerName: string;
  readonly speakerTitle: string | null;
}

/** Statements as short quotes that lead to their pages. */
export function Quotes({ quotes }: { readonly quotes: readonly Quote[] }) {
  return (
    <List listStyleType="none" spacing="md">
      {quotes.map((quote) => (
        <List.Item key={quote.id}>
          <Text component="blockquote" m={0} className="prose" lineClamp={5}>
            “{quote.translation ?? quote.text}”
          </Text>
          <Text size="sm" c="dimmed">
            <Anchor component={Link} to={recordPath("STATEMENT", quote.id)} underline="always">
              {quote.speakerName}
            </Anchor>
            {quote.speakerTitle && `, ${quote.speakerTitle}`} · <DateText value={quote.date} />
          </Text>
        </List.Item>
      ))}
    </List>
  );
}
