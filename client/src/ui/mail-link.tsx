import { Anchor } from "@mantine/core";

/** An e-mail address, to write to. */
export function MailLink({ address }: { readonly address: string }) {
  return (
    <Anchor href={`mailto:${address}`} underline="always">
      {address}
    </Anchor>
  );
}
