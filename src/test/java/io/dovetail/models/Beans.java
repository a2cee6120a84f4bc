package io.dovetail.models;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** The beans by the names that models call them, found without starting Spring. */
final class Beans {

    /** A name may have several classes, one a profile. */
    private final Map<String, List<Class<?>>> classesByName = new TreeMap<>();

    static Beans in(String basePackage) {
        Beans beans = new Beans();
        DefaultListableBeanFactory none = new DefaultListableBeanFactory();
        for (BeanDefinition found : new EveryComponent().findCandidateComponents(basePackage)) {
            Class<?> type =
                    ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), Beans.class.getClassLoader());
            if (!isOfTheProgram(type)) {
                continue;
            }
            beans.add(AnnotationBeanNameGenerator.INSTANCE.generateBeanName(found, none), type);
            for (Method method : type.getDeclaredMethods()) {
                Bean bean = AnnotatedElementUtils.findMergedAnnotation(method, Bean.class);
                if (bean != null) {
                    List<String> names =
                            bean.name().length == 0 ? List.of(method.getName()) : Arrays.asList(bean.name());
                    names.forEach(name -> beans.add(name, method.getReturnType()));
                }
            }
        }
        return beans;
    }

    /** Does the class belong to the program itself, not to a test? */
    static boolean isOfTheProgram(Class<?> type) {
        return !type.getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .endsWith("/test-classes/");
    }

    private void add(String name, Class<?> type) {
        classesByName.computeIfAbsent(name, any -> new ArrayList<>()).add(type);
    }

    boolean has(String name) {
        return classesByName.containsKey(name);
    }

    /** Does a bean of this name have a public method of this name and number of arguments? */
    boolean has(String name, String method, int arguments) {
        return classesByName.getOrDefault(name, List.of()).stream().anyMatch(type -> has(type, method, arguments));
    }

    /**
     * The first variable that a call gives as something else than its name says: another of the method's parameters is called
     * that. Two texts, such as the reference of a review and that of a county, would take each other's place unseen.
     */
    Optional<String> misplaced(String name, String method, List<String> given) {
        return classesByName.getOrDefault(name, List.of()).stream()
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(each -> each.getName().equals(method) && each.getParameterCount() == given.size())
                .map(each -> Arrays.stream(each.getParameters())
                        .map(Parameter::getName)
                        .toList())
                .flatMap(parameters -> IntStream.range(0, given.size())
                        .filter(i -> parameters.contains(given.get(i))
                                && !parameters.get(i).equals(given.get(i)))
                        .mapToObj(given::get))
                .findFirst();
    }

    static boolean has(Class<?> type, String method, int arguments) {
        return Arrays.stream(type.getMethods())
                .filter(each -> each.getName().equals(method))
                .anyMatch(each -> each.getParameterCount() == arguments
                        || (each.isVarArgs() && arguments >= each.getParameterCount() - 1));
    }

    /** Sees components of every profile: a model must work with each of them. */
    private static final class EveryComponent extends ClassPathScanningCandidateComponentProvider {

        EveryComponent() {
            super(false);
        }

        @Override
        protected boolean isCandidateComponent(MetadataReader reader) throws IOException {
            return reader.getAnnotationMetadata().isAnnotated(Component.class.getName());
        }

        @Override
        protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
            return definition.getMetadata().isIndependent();
        }
    }
}
