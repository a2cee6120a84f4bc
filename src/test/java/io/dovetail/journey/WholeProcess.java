package io.dovetail.journey;

import io.dovetail.calendar.MovableClock;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * The tests of this class together walk every element of these processes: once the last of them has run, those that none has walked
 * are named, and the class fails; where only some of its tests were asked for, nothing is said. Each test begins with nothing running, no mail, and the clock on Tuesday 24 November 2026 at
 * ten in the morning. Works beside {@link Program}, below it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(WholeProcess.Check.class)
public @interface WholeProcess {

    /** The ids of the processes. */
    String[] value();

    /** The ids of the subprocesses that are meant, where it is not the whole of one process. */
    String[] within() default {};

    /** Counts what the class walks, from before its first test to after its last, whatever their order. */
    final class Check implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

        private int testsRun;

        @Override
        public void beforeAll(ExtensionContext test) {
            bean(test, Coverage.class).begin(test.getRequiredTestClass().getName());
        }

        @Override
        public void beforeEach(ExtensionContext test) {
            testsRun++;
            bean(test, Engine.class).clear();
            bean(test, Engine.class).clock().set(MovableClock.london("2026-11-24T10:00"));
            bean(test, Mails.class).forget();
        }

        @Override
        public void afterAll(ExtensionContext test) {
            bean(test, Engine.class).clear();
            Class<?> tests = test.getRequiredTestClass();
            if (testsRun
                    == AnnotationSupport.findAnnotatedMethods(tests, Test.class, HierarchyTraversalMode.TOP_DOWN)
                            .size()) {
                WholeProcess whole = tests.getAnnotation(WholeProcess.class);
                for (String process : whole.value()) {
                    bean(test, Coverage.class).assertWhole(tests.getName(), process, whole.within());
                }
            }
        }

        private static <T> T bean(ExtensionContext test, Class<T> type) {
            return SpringExtension.getApplicationContext(test).getBean(type);
        }
    }
}
