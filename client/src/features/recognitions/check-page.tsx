import { useQuery } from "@apollo/client/react";
import { RECOGNITION_KIND_LABELS } from "@concord/shared/vocabularies";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Anchor, Button, Stack, Text, TextInput, Title } from "@mantine/core";
import { IconCircleCheck, IconQuestionMark } from "@tabler/icons-react";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { CheckCertificateDocument, type CheckCertificateQuery } from "../../generated/graphql.ts";
import { DateText } from "../../ui/dates.tsx";
import { Facts } from "../../ui/facts.tsx";
import { QueryView } from "../../ui/query-view.tsx";
import { wordsOf } from "../../ui/words.ts";
import { OutsidePage } from "../accounts/outside-page.tsx";

/** Tells whoever holds a certificate whether it is genuine, without a sign-in. */
export function CheckPage() {
  const { code = "" } = useParams();
  return (
    <OutsidePage title={t`Is this certificate genuine?`}>
      <Stack>
        {code !== "" && <Answer code={code} />}
        <CodeForm key={code} asked={code} />
      </Stack>
    </OutsidePage>
  );
}

function Answer({ code }: { readonly code: string }) {
  const { data, loading, error, refetch } = useQuery(CheckCertificateDocument, {
    variables: { code },
    fetchPolicy: "network-only",
  });
  return (
    <QueryView data={data} loading={loading} error={error} refetch={() => void refetch()}>
      {({ certificate }) => (certificate ? <Genuine certificate={certificate} /> : <Unknown code={code} />)}
    </QueryView>
  );
}

type Certificate = NonNullable<CheckCertificateQuery["certificate"]>;

function Genuine({ certificate }: { readonly certificate: Certificate }) {
  const { organisation, kind, title, citation, date, occasion, recipients, signatories, credentials } = certificate;
  return (
    <Stack>
      <Alert color="teal" icon={<IconCircleCheck aria-hidden />} title={t`It is genuine`} role="status">
        <Trans>
          {organisation} gave this, and it is in force. Compare the words: they must be those on the certificate.
        </Trans>
      </Alert>
      <Title order={2} size="h3">
        {title}
      </Title>
      <Facts
        facts={[
          [t`Kind`, wordsOf(RECOGNITION_KIND_LABELS)[kind]],
          [t`Received by`, recipients.join(", ")],
          [t`Given by`, organisation],
          [t`Date`, <DateText key="date" value={date} />],
          [t`Occasion`, occasion],
          [
            t`Signed by`,
            signatories.map((signing) => [signing.name, signing.title].filter(Boolean).join(", ")).join("; "),
          ],
        ]}
      />
      {citation && <Text className="prose">{citation}</Text>}
      {credentials.map(({ recipient, address }) => (
        <Anchor key={address} href={new URL(address).pathname} download={`${recipient}.json`} underline="always">
          <Trans>Open Badges credential of {recipient}</Trans>
        </Anchor>
      ))}
    </Stack>
  );
}

function Unknown({ code }: { readonly code: string }) {
  return (
    <Alert
      color="red"
      icon={<IconQuestionMark aria-hidden />}
      title={t`No certificate in force has this code`}
      role="status"
    >
      <Trans>
        The code is {code}. Compare it with the certificate: it has 26 letters and digits. If it is the same, the
        certificate was never given, or is no longer in force.
      </Trans>
    </Alert>
  );
}

function CodeForm({ asked }: { readonly asked: string }) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState(asked);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const code = typed.replaceAll(/[^0-9a-z]/gi, "");
        if (code !== "") navigate(`/check/${code}`);
      }}
    >
      <Stack>
        <TextInput
          label={t`Code`}
          description={t`26 letters and digits, at the foot of the certificate`}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
        />
        <Button type="submit" variant={asked === "" ? "filled" : "default"}>
          <Trans>Check it</Trans>
        </Button>
      </Stack>
    </form>
  );
}
