import { command as add } from "../../../../cli/commands/ramp/add.command.ts";
import { command as edit } from "../../../../cli/commands/ramp/edit.command.ts";
import { command as list } from "../../../../cli/commands/ramp/list.command.ts";
import { command as retire } from "../../../../cli/commands/ramp/retire.command.ts";
import { testInputs, testOutputs } from "../../../support/command-steps.ts";

testInputs("sabc ramp", [
  ["list all", list, [], {}],
  ["list a lake's", list, ["travis"], { lake: "travis" }],
  [
    "add with its place",
    add,
    ["travis", "Mansfield Dam", "--latitude", "30.39", "--longitude", "-97.91"],
    { lake: "travis", name: "Mansfield Dam", latitude: 30.39, longitude: -97.91 },
  ],
  [
    "edit",
    edit,
    ["travis", "Mansfield", "--name", "Mansfield Dam"],
    { lake: "travis", ramp: "Mansfield", name: "Mansfield Dam" },
  ],
  ["retire", retire, ["travis", "Mansfield"], { named: { lake: "travis", ramp: "Mansfield" }, undo: false }],
  [
    "offer again",
    retire,
    ["travis", "Mansfield", "--undo"],
    { named: { lake: "travis", ramp: "Mansfield" }, undo: true },
  ],
]);

const lake = { id: 1, key: "travis", name: "Lake Travis" };
const ramp = { id: 3, name: "Mansfield Dam", latitude: 30.39, longitude: null, retired: false, lake };

testOutputs("sabc ramp", [
  ["list", list.output([ramp], {} as never), { stdout: "travis\tMansfield Dam\t30.39\t\tno\n", said: [] }],
  ["an empty list", list.output([], {} as never), { stdout: "", said: ["There are no ramps."] }],
  ["add", add.output(ramp, {} as never), { stdout: "", said: ["Added Mansfield Dam at Lake Travis."] }],
  ["edit", edit.output(ramp, {} as never), { stdout: "", said: ["Changed Mansfield Dam at Lake Travis."] }],
  [
    "retire",
    retire.output({ ...ramp, retired: true }, {} as never),
    { stdout: "", said: ["Mansfield Dam at Lake Travis is no longer offered."] },
  ],
]);
