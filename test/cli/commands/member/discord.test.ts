import { command as link } from "../../../../cli/commands/member/link.command.ts";
import { command as unlink } from "../../../../cli/commands/member/unlink.command.ts";
import { testInputs, testOutputs } from "../../../support/command-steps.ts";

const discordId = "180000000000000001";
const ann = { id: 1, name: "Ann Lee", publicName: "Ann L." };

testInputs("sabc member", [
  ["link", link, ["Ann Lee", discordId], { angler: "Ann Lee", discordId }],
  ["unlink", unlink, ["Ann Lee"], { angler: "Ann Lee" }],
]);

testOutputs("sabc member", [
  [
    "linked",
    link.output({ angler: ann, discordId, changed: true }, { angler: "1", discordId }),
    { stdout: "", said: [`The Discord account ${discordId} is linked to Ann Lee (1).`] },
  ],
  [
    "linked before",
    link.output({ angler: ann, discordId, changed: false }, { angler: "1", discordId }),
    { stdout: "", said: [`The Discord account ${discordId} was linked before to Ann Lee (1).`] },
  ],
  [
    "unlinked",
    unlink.output({ angler: ann, discordId, changed: true }, { angler: "1" }),
    { stdout: "", said: [`The Discord account ${discordId} is nobody's now; it was Ann Lee's (1).`] },
  ],
]);
