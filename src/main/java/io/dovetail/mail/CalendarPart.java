package io.dovetail.mail;

/**
 * What a mail puts into its reader's calendar (RFC 5545, sent as RFC 6047 says).
 *
 * @param uid names the entry in every calendar, however often it changes
 * @param sequence which word on the entry this is; a later one has a higher number
 * @param method what the calendar is to do
 * @param text the entry itself, as a calendar reads it
 */
public record CalendarPart(String uid, int sequence, Method method, String text) {

    /** What a calendar is asked to do. */
    public enum Method {
        /** Put the entry in, or change it. */
        REQUEST,
        /** Take it out. */
        CANCEL
    }
}
