import { Title } from "@mantine/core";
import { useFocusOnMount } from "./focus-on-mount.ts";

/** The heading of the next step within a section; it gets the focus, so that one goes on from there. */
export function StepTitle({ title }: { readonly title: string }) {
  const heading = useFocusOnMount<HTMLHeadingElement>();
  return (
    <Title order={3} ref={heading} tabIndex={-1}>
      {title}
    </Title>
  );
}
