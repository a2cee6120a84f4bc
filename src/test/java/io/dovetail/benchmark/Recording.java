package io.dovetail.benchmark;

import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.lifecycle.JdbcLifecycleEventListenerAdapter;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** What is asked of a database, statement by statement with its parameters, so that it can be asked once more by nothing but JDBC. */
final class Recording extends JdbcLifecycleEventListenerAdapter {

    private final List<Step> steps = new ArrayList<>();
    private boolean on;

    /**
     * One statement, or the end of a transaction.
     *
     * @param sql the statement; empty where a transaction is committed
     * @param rows its parameters, for each row of a batch
     * @param batch whether all go to the database at once
     */
    private record Step(String sql, List<List<ParameterSetOperation>> rows, boolean batch) {

        static final Step COMMIT = new Step("", List.of(), false);
    }

    /** The same database, listened to. */
    DataSource of(DataSource database) {
        return ProxyDataSourceBuilder.create(database).listener(this).build();
    }

    /** Notes what is asked while that runs. */
    void during(Runnable action) {
        steps.clear();
        on = true;
        try {
            action.run();
        } finally {
            on = false;
        }
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        if (on) {
            queries.forEach(query ->
                    steps.add(new Step(query.getQuery(), List.copyOf(query.getParametersList()), execution.isBatch())));
        }
    }

    @Override
    public void afterCommit(MethodExecutionContext commit) {
        if (on) {
            steps.add(Step.COMMIT);
        }
    }

    /** How many statements were noted. */
    int size() {
        return steps.size();
    }

    /** Asks all of it again, and reads every answer to its end. */
    void replay(DataSource database) throws SQLException, ReflectiveOperationException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (Step step : steps) {
                if (step.sql().isEmpty()) {
                    connection.commit();
                } else {
                    ask(connection, step);
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private static void ask(Connection connection, Step step) throws SQLException, ReflectiveOperationException {
        try (PreparedStatement statement = connection.prepareStatement(step.sql())) {
            for (List<ParameterSetOperation> row : step.rows()) {
                for (ParameterSetOperation parameter : row) {
                    set(statement, parameter);
                }
                if (step.batch()) {
                    statement.addBatch();
                }
            }
            if (step.batch()) {
                statement.executeBatch();
            } else if (statement.execute()) {
                read(statement.getResultSet());
            }
        }
    }

    private static void set(PreparedStatement statement, ParameterSetOperation parameter)
            throws SQLException, IllegalAccessException {
        try {
            parameter.getMethod().invoke(statement, parameter.getArgs());
        } catch (InvocationTargetException e) {
            throw new SQLException(e.getCause());
        }
    }

    private static void read(ResultSet rows) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            for (int column = 1; column <= columns; column++) {
                rows.getObject(column);
            }
        }
    }
}
