/** The pages beside Tasklist and Cockpit: home, the way from a mail to its step, the shared record, the mailbox. */
@NullMarked
package io.dovetail.web;

import org.jspecify.annotations.NullMarked;
