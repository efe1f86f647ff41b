// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sagemaker/training_log.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTimeZone>

#include <cmath>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TrainingLog)
};

constexpr int kMostEpochs = 1'000'000;

/// Takes line after line.
class LogReader
{
public:
    void take(const QString &line);
    TrainingLog finish();

private:
    void takeTime(const QString &line);
    void takeConfiguration(const QString &line);
    void takeMetric(const QString &line);
    LoggedEpoch &epoch(int number);

    TrainingLog m_log;
    QMap<int, LoggedEpoch> m_epochs;
    QDateTime m_now;
    QDateTime m_epochEnd;
};

void LogReader::take(const QString &line)
{
    takeTime(line);
    takeConfiguration(line);
    takeMetric(line);
}

/// "[06/26/2018 08:00:12 INFO 139...]"
void LogReader::takeTime(const QString &line)
{
    static const QRegularExpression stamp(
        QStringLiteral("\\[(\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d:\\d\\d) [A-Z]+ \\d+\\]"));
    const QRegularExpressionMatch match = stamp.match(line);
    if (!match.hasMatch())
        return;
    QDateTime time = QDateTime::fromString(match.captured(1), QStringLiteral("MM/dd/yyyy HH:mm:ss"));
    time.setTimeSpec(Qt::UTC);
    if (!time.isValid())
        return;
    if (!m_log.started.isValid())
        m_log.started = m_epochEnd = time;
    m_now = time;
    m_log.seconds = double(m_log.started.secsTo(time));
}

/// "Final configuration: {u'epochs': u'30', ...}", a Python dict of texts.
void LogReader::takeConfiguration(const QString &line)
{
    const qsizetype at = line.indexOf(QLatin1String("Final configuration: {"));
    if (at < 0)
        return;
    static const QRegularExpression pair(QStringLiteral("u?['\"]([A-Za-z0-9_]+)['\"]\\s*:\\s*u?['\"]([^'\"]*)['\"]"));
    for (auto matches = pair.globalMatch(line, at); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        m_log.hyperparameters.insert(match.captured(1), match.captured(2));
    }
}

LoggedEpoch &LogReader::epoch(int number)
{
    LoggedEpoch &epoch = m_epochs[number];
    epoch.epoch = number + 1;
    return epoch;
}

/// AWS' own metric definitions (facts 1.7).
void LogReader::takeMetric(const QString &line)
{
    static const QRegularExpression metric(QStringLiteral(
        "#quality_metric: host=\\S+, epoch=(\\d+),(?: batch=\\d+)? "
        "(train cross_entropy <loss>|train smooth_l1 <loss>|validation mAP <score>)=\\(?([^\\s)]+)\\)?"));
    const QRegularExpressionMatch match = metric.match(line);
    if (!match.hasMatch())
        return;
    bool isNumber = false;
    const double value = match.captured(3).toDouble(&isNumber);
    const int number = match.captured(1).toInt(&isNumber);
    if (!isNumber || !std::isfinite(value) || number >= kMostEpochs)
        return;
    LoggedEpoch &told = epoch(number);
    const QString name = match.captured(2);
    if (name.startsWith(QLatin1String("validation")))
        told.validationMap = value;
    else if (name.contains(QLatin1String("cross_entropy")))
        told.classLoss = value;
    else
        told.boxLoss = value;
    if (m_now.isValid())
        told.seconds = double(m_epochEnd.secsTo(m_now));
    if (m_now.isValid() && name.startsWith(QLatin1String("validation")))
        m_epochEnd = m_now;
}

TrainingLog LogReader::finish()
{
    m_log.epochs = m_epochs.values();
    return std::move(m_log);
}

} // namespace

Result<TrainingLog> parseTrainingLog(const QByteArray &text, const QString &name)
{
    LogReader reader;
    for (const QByteArray &line : text.split('\n'))
        reader.take(QString::fromUtf8(line));
    TrainingLog log = reader.finish();
    if (log.epochs.isEmpty())
        return failure(
            Text::tr(
                "%1 tells of no epoch: it has no line with #quality_metric, as SageMaker's object detection writes")
                .arg(name));
    return log;
}

} // namespace boxwright
