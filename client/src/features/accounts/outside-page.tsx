import { useQuery } from "@apollo/client/react";
import { Box, Center, Group, Image, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { SessionDocument } from "../../generated/graphql.ts";
import { PageTitle } from "../../ui/page-title.tsx";
import { LanguageLinks } from "./language-links.tsx";

interface OutsidePageProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Below the surface of the page. */
  readonly below?: ReactNode;
}

/** A page for those who are not signed in. */
export function OutsidePage({ title, children, below }: OutsidePageProps) {
  const { data } = useQuery(SessionDocument);
  return (
    <Center component="main" mih="100vh" p="md">
      <Stack w="100%" maw={440} gap="lg">
        <Group gap="sm" wrap="nowrap">
          <Image src="/icon.svg" alt="" w={40} h={40} />
          <Box>
            <PageTitle title={title} />
            <Text c="dimmed">{data?.installation.name}</Text>
          </Box>
        </Group>
        <Box className="surface" p="lg">
          {children}
        </Box>
        {below}
        <LanguageLinks />
      </Stack>
    </Center>
  );
}
