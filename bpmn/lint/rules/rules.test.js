'use strict';

const assert = require('node:assert/strict');
const { readdirSync } = require('node:fs');
const { test } = require('node:test');
const { rules } = require('./index');
const { flow, flows, line, model, reports, shape } = require('./trial');

const tried = new Set();

/** A rule's promise: what it lets pass, and what it reports, by the beginning of each report. */
function promise(name, title, xml, expected) {
  tried.add(name);
  test(`${name}: ${title}`, async () => {
    const found = await reports(name, xml);
    assert.equal(found.length, expected.length, `reports: ${found.join(' | ') || 'none'}`);
    expected.forEach((start, i) => assert.ok(found[i].startsWith(start), `${found[i]} starts with ${start}`));
  });
}

const fork = (id = 'gateway_joined', more = 'name="Has the body joined?" default="flow_no"') =>
  `<bpmn:exclusiveGateway id="${id}" ${more}>${flows({ outgoing: ['flow_yes', 'flow_no'] })}</bpmn:exclusiveGateway>
   <bpmn:endEvent id="endEvent_joined">${flows({ incoming: ['flow_yes'] })}</bpmn:endEvent>
   <bpmn:endEvent id="endEvent_declined">${flows({ incoming: ['flow_no'] })}</bpmn:endEvent>`;
const yes = (condition) => flow('flow_yes', 'gateway_joined', 'endEvent_joined', { name: 'Yes', condition });
const no = flow('flow_no', 'gateway_joined', 'endEvent_declined', { name: 'No' });

for (const condition of ['${joined}', '${!joined}', '${answer.joined}', '${!answer.joined}']) {
  promise('boolean-condition', `lets ${condition} pass`, model(fork() + yes(condition) + no), []);
}
for (const condition of ['#{joined}', '${joined == true}', '${joined &amp;&amp; late}', '${answers.allJoined()}', '${a.b.c}', '${!!joined}', 'joined']) {
  promise('boolean-condition', `refuses ${condition}`, model(fork() + yes(condition) + no), ['flow_yes: Condition is one boolean']);
}
promise('boolean-condition', 'refuses a condition on a flow out of a task',
  model(`<bpmn:task id="t">${flows({ outgoing: ['f'] })}</bpmn:task><bpmn:endEvent id="e">${flows({ incoming: ['f'] })}</bpmn:endEvent>`
    + flow('f', 't', 'e', { condition: '${joined}' })), ['f: Only flows out of an exclusive gateway']);

promise('exclusive-gateway-asks', 'lets a question with answers and a default pass', model(fork() + yes('${joined}') + no), []);
promise('exclusive-gateway-asks', 'refuses a statement', model(fork(undefined, 'name="Joined" default="flow_no"') + yes('${joined}') + no),
  ['gateway_joined: Asks no question']);
promise('exclusive-gateway-asks', 'refuses a missing default', model(fork(undefined, 'name="Joined?"') + yes('${joined}') + no),
  ['gateway_joined: Has no default flow', 'flow_no: Has no condition']);
promise('exclusive-gateway-asks', 'refuses a nameless answer',
  model(fork() + flow('flow_yes', 'gateway_joined', 'endEvent_joined', { condition: '${joined}' }) + no), ['flow_yes: Is no answer']);
promise('exclusive-gateway-asks', 'refuses the same answer twice', model(fork() + yes('${joined}')
  + flow('flow_no', 'gateway_joined', 'endEvent_declined', { name: 'Yes' })), ['flow_no: Gives the same answer']);
promise('exclusive-gateway-asks', 'refuses a condition on the default', model(fork() + yes('${joined}')
  + flow('flow_no', 'gateway_joined', 'endEvent_declined', { name: 'No', condition: '${!joined}' })), ['flow_no: Is the default']);

const call = (mappings, called = 'body-request') => model(`<bpmn:callActivity id="callActivity_ask" calledElement="${called}">
  <bpmn:extensionElements>${mappings}</bpmn:extensionElements></bpmn:callActivity>`);
const key = '<camunda:in businessKey="${execution.processBusinessKey}" />';
promise('call-names-everything', 'lets named values and the business key pass',
  call(`${key}<camunda:in source="bodyId" target="bodyId" /><camunda:in sourceExpression="answerProposal" target="formId" /><camunda:out source="a" target="b" />`), []);
promise('call-names-everything', 'refuses a call without the business key', call('<camunda:in source="bodyId" target="bodyId" />'),
  ['callActivity_ask: Call hands on a business key']);
promise('call-names-everything', 'refuses variables="all"', call(`${key}<camunda:in variables="all" /><camunda:out variables="all" />`),
  ['callActivity_ask: Call names each value', 'callActivity_ask: Call names each value']);
promise('call-names-everything', 'refuses half a mapping', call(`${key}<camunda:in source="bodyId" />`), ['callActivity_ask: Each in and out']);
promise('call-names-everything', 'refuses a process worked out at run time', call(key, '${whichProcess}'), ['callActivity_ask: Call names the process']);

const said = '<bpmn:documentation>Asks one body one thing.</bpmn:documentation>';
promise('documentation', 'lets documented elements pass', model(`${said}<bpmn:userTask id="userTask_answer">${said}</bpmn:userTask>`), []);
promise('documentation', 'refuses silence and blanks', model(`<bpmn:userTask id="userTask_answer"><bpmn:documentation> </bpmn:documentation></bpmn:userTask>
  <bpmn:businessRuleTask id="businessRuleTask_choose" />`),
['ask-body: Has no documentation', 'userTask_answer: Has no documentation', 'businessRuleTask_choose: Has no documentation']);

const twoSteps = `<bpmn:startEvent id="startEvent_asked">${flows({ outgoing: ['flow_on'] })}</bpmn:startEvent>
  <bpmn:userTask id="userTask_answer">${flows({ incoming: ['flow_on'] })}</bpmn:userTask>` + flow('flow_on', 'startEvent_asked', 'userTask_answer');
const start = shape('startEvent_asked', 100, 100, 36, 36);
const answer = shape('userTask_answer', 200, 78);
promise('drawn', 'lets a line from border to border pass',
  model(twoSteps, { drawing: start + answer + line('flow_on', [136, 118], [200, 118]) }), []);
promise('drawn', 'refuses what is not drawn', model(twoSteps),
  ['startEvent_asked: Is drawn 0 times', 'userTask_answer: Is drawn 0 times', 'flow_on: Is not drawn']);
promise('drawn', 'refuses a line that hangs in the air',
  model(twoSteps, { drawing: start + answer + line('flow_on', [150, 118], [190, 118]) }),
  ['flow_on: Line does not start at', 'flow_on: Line does not end at']);
promise('drawn', 'refuses a folded subprocess',
  model('<bpmn:subProcess id="subProcess_proposal" />', { drawing: shape('subProcess_proposal', 0, 0) }), ['subProcess_proposal: Is folded']);

promise('element-id', 'lets type and camelCase pass', model(`<bpmn:startEvent id="startEvent_asked" /><bpmn:userTask id="userTask_answer" />
  <bpmn:boundaryEvent id="event_reminderDue" attachedToRef="userTask_answer" /><bpmn:sendTask id="sendTask_remind" />
  <bpmn:parallelGateway id="gateway_all" /><bpmn:endEvent id="endEvent_done" /><bpmn:callActivity id="callActivity_ask" />
  <bpmn:subProcess id="subProcess_proposal"><bpmn:serviceTask id="serviceTask_open" /></bpmn:subProcess>`,
{ roots: '<bpmn:message id="message_deferralRequested" />' }), []);
promise('element-id', 'refuses other ids and other types', model(`<bpmn:startEvent id="StartEvent_1" /><bpmn:userTask id="answer" />
  <bpmn:sendTask id="serviceTask_remind" /><bpmn:exclusiveGateway id="gateway_Joined" /><bpmn:task id="task_think" />
  <bpmn:subProcess id="subProcess_proposal"><bpmn:serviceTask id="Activity_0abc" /></bpmn:subProcess>`, { roots: '<bpmn:message id="Message_1" />' }),
['Message_1: Id is not message_', 'StartEvent_1: Id is not startEvent_', 'answer: Id is not userTask_', 'serviceTask_remind: Id is not sendTask_',
  'gateway_Joined: Id is not gateway_', 'task_think: Elements of type bpmn:Task are not used', 'Activity_0abc: Id is not serviceTask_']);

const late = '<bpmn:intermediateCatchEvent id="event_late" name="Answer late" /><bpmn:userTask id="a" /><bpmn:userTask id="b" />' + flow('on', 'a', 'b');
const lateAt = (label) => shape('event_late', 100, 100, 36, 36).replace('</bpmndi', `${label}</bpmndi`);
promise('label-in-the-clear', 'lets a label beside the line pass',
  model(late, { drawing: lateAt('<bpmndi:BPMNLabel><dc:Bounds x="20" y="138" width="62" height="14" /></bpmndi:BPMNLabel>') + line('on', [118, 136], [118, 200]) }), []);
promise('label-in-the-clear', 'warns of a label on a line', model(late, { drawing: lateAt('') + line('on', [118, 136], [118, 200]) }),
  ['event_late: Label lies on the line of on']);
promise('label-in-the-clear', 'warns of a label on a shape', model(late, { drawing: lateAt('') + shape('a', 80, 140) }),
  ['event_late: Label lies on a']);

const called = '<bpmn:callActivity id="call" /><bpmn:boundaryEvent id="event_late" name="Answer late" attachedToRef="call" />';
const calledAt = (x, label) => shape('call', 0, 0) + shape('event_late', x, 62, 36, 36).replace('</bpmndi', `${label}</bpmndi`);
const labelAt = (x, y) => `<bpmndi:BPMNLabel><dc:Bounds x="${x}" y="${y}" width="62" height="14" /></bpmndi:BPMNLabel>`;
promise('call-leaves-room-for-its-link', 'lets an event and its label beside the link pass', model(called, { drawing: calledAt(5, labelAt(32, 111)) }), []);
promise('call-leaves-room-for-its-link', 'refuses an event under the link', model(called, { drawing: calledAt(67, labelAt(110, 82)) }),
  ['event_late: Event lies under the link that Cockpit draws at call']);
promise('call-leaves-room-for-its-link', 'refuses a label under the link', model(called, { drawing: calledAt(5, labelAt(52, 90)) }),
  ['event_late: Label lies under the link that Cockpit draws at call']);
promise('call-leaves-room-for-its-link', "refuses a frame's name under the link",
  model('<bpmn:callActivity id="call" /><bpmn:subProcess id="around" />', { drawing: shape('call', 0, 0) + shape('around', 0, 104, 200, 100) }),
  ['around: Name lies under the link that Cockpit draws at call']);

promise('message-name', 'lets dovetail.<camelCase> pass', model('', { roots: '<bpmn:message id="m" name="dovetail.deferralRequested" />' }), []);
promise('message-name', 'refuses other names', model('', { roots: '<bpmn:message id="m" name="DeferralRequested" /><bpmn:message id="n" name="dovetail.Offer made" /><bpmn:message id="o" />' }),
  ['m: Message is not named', 'n: Message is not named', 'o: Message is not named']);

const fourSteps = ['a', 'b', 'c', 'd'].map((id) => `<bpmn:userTask id="${id}" />`).join('') + flow('one', 'a', 'b') + flow('other', 'c', 'd');
const fromOne = ['a', 'b', 'd'].map((id) => `<bpmn:userTask id="${id}" />`).join('') + flow('one', 'a', 'b') + flow('other', 'a', 'd');
promise('no-crossing-flows', 'lets lines beside each other pass',
  model(fourSteps, { drawing: line('one', [0, 0], [100, 0], [100, 50]) + line('other', [0, 10], [90, 10], [90, 50]) }), []);
promise('no-crossing-flows', 'lets flows out of one element share their first stretch',
  model(fromOne, { drawing: line('one', [0, 0], [100, 0]) + line('other', [0, 0], [50, 0], [50, 50]) }), []);
promise('no-crossing-flows', 'lets a line start where another ends',
  model(fourSteps, { drawing: line('one', [0, 0], [100, 0]) + line('other', [100, 0], [100, 50]) }), []);
promise('no-crossing-flows', 'refuses a crossing', model(fourSteps, { drawing: line('one', [0, 0], [100, 0]) + line('other', [50, -50], [50, 50]) }),
  ['one: Crosses other']);
promise('no-crossing-flows', 'refuses a crossing of flows out of one element',
  model(fromOne, { drawing: line('one', [0, 0], [100, 0], [100, 50]) + line('other', [0, 0], [0, 20], [150, 20]) }), ['one: Crosses other']);
promise('no-crossing-flows', 'refuses a line on top of another',
  model(fourSteps, { drawing: line('one', [0, 0], [100, 0]) + line('other', [50, 50], [50, 0], [150, 0]) }), ['one: Touches or covers other']);

const three = `<bpmn:userTask id="a" /><bpmn:userTask id="b" /><bpmn:userTask id="between" />` + flow('on', 'a', 'b');
const around = shape('a', 0, 0) + shape('b', 400, 0) + shape('between', 200, 0);
promise('no-flow-through-shape', 'lets a line around a shape pass',
  model(three, { drawing: around + line('on', [50, 80], [50, 120], [450, 120], [450, 80]) }), []);
promise('no-flow-through-shape', 'lets a line inside its own subprocess pass',
  model(`<bpmn:subProcess id="subProcess_all">${three}</bpmn:subProcess>`, { drawing: shape('subProcess_all', -50, -50, 600, 300)
    + around + line('on', [50, 80], [50, 120], [450, 120], [450, 80]) }), []);
promise('no-flow-through-shape', 'refuses a line through a shape', model(three, { drawing: around + line('on', [100, 40], [400, 40]) }),
  ['on: Runs through between']);
promise('no-flow-through-shape', 'refuses a line back through its own source',
  model(three, { drawing: around + line('on', [0, 40], [-20, 40], [-20, 60], [150, 60], [150, 120], [450, 120], [450, 80]) }), ['on: Runs through a']);

promise('plain-implementation', 'lets beans and decisions pass', model(`<bpmn:serviceTask id="s" camunda:expression="\${reviews.open(proposal)}" />
  <bpmn:sendTask id="m" camunda:expression="\${mails.remind(requestId)}" /><bpmn:businessRuleTask id="d" camunda:decisionRef="proposal-outcome" />`), []);
promise('plain-implementation', 'refuses classes, delegates, scripts and silence', model(`<bpmn:serviceTask id="s" camunda:class="io.dovetail.Step" />
  <bpmn:serviceTask id="t" camunda:delegateExpression="\${step}" /><bpmn:sendTask id="m" /><bpmn:businessRuleTask id="d" />
  <bpmn:userTask id="u"><bpmn:extensionElements><camunda:taskListener event="create" class="io.dovetail.Listener" /></bpmn:extensionElements></bpmn:userTask>
  <bpmn:userTask id="v"><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name="x">
    <camunda:script scriptFormat="javascript">1</camunda:script></camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:userTask>`),
['s: Names no bean', 't: Names no bean', 'm: Names no bean', 'd: Names no decision', 'u: Has a listener', 'v: Has a script']);

promise('process-id', 'lets one executable process with a name pass', model(''), []);
promise('process-id', 'refuses other ids, no name, and what does not run', model('', { attributes: 'id="askBody"' }),
  ['askBody: Process id is not in kebab-case', 'askBody: Process is not executable', 'askBody: Process has no name']);
promise('process-id', 'refuses two processes', model('', { roots: '<bpmn:process id="other" name="Other" isExecutable="true" />' }),
  ['definitions: Holds 2 processes']);

promise('task-label', 'lets verb and object pass', model('<bpmn:userTask id="a" name="Answer the proposal" /><bpmn:subProcess id="s" name="Proposal" />'), []);
promise('task-label', 'refuses one word or none', model('<bpmn:userTask id="a" name="Answer" /><bpmn:callActivity id="b" /><bpmn:subProcess id="s" />'),
  ['a: Label is not', 'b: Label is not', 's: Subprocess has no name']);

const timer = (kind, moment) => model(`<bpmn:intermediateCatchEvent id="event_due"><bpmn:timerEventDefinition id="t">
  <bpmn:${kind} xsi:type="bpmn:tFormalExpression">${moment}</bpmn:${kind}></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>`);
promise('timer-is-computed', 'lets a …DueAt variable pass', timer('timeDate', '${reminderDueAt}'), []);
promise('timer-is-computed', 'lets a bean pass', timer('timeCycle', '${requests.nextReminder(requestId)}'), []);
promise('timer-is-computed', 'refuses a literal duration', timer('timeDuration', 'P5D'), ['event_due: Timer does not read']);
promise('timer-is-computed', 'refuses another variable', timer('timeDate', '${reminder}'), ['event_due: Timer reads a variable whose name']);

promise('unnamed-gateway', 'lets unnamed joins and named questions pass',
  model(`<bpmn:parallelGateway id="p" /><bpmn:exclusiveGateway id="j">${flows({ outgoing: [] })}</bpmn:exclusiveGateway>` + fork() + yes('${joined}') + no), []);
promise('unnamed-gateway', 'refuses names on what asks nothing',
  model('<bpmn:parallelGateway id="p" name="All" /><bpmn:eventBasedGateway id="e" name="Wait" /><bpmn:exclusiveGateway id="j" name="Go on?" />'),
  ['p: Asks nothing', 'e: Asks nothing', 'j: Asks nothing']);

test('every rule is switched on and tried', () => {
  const support = ['geometry.js', 'index.js', 'labels.js', 'support.js', 'trial.js', 'rules.test.js'];
  const files = readdirSync(__dirname).filter((file) => !support.includes(file)).map((file) => file.replace(/\.js$/, ''));
  assert.deepEqual(Object.keys(rules).sort(), files.sort());
  assert.deepEqual([...tried].sort(), files.sort());
});
