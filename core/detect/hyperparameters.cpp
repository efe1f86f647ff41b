// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/hyperparameters.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>
#include <functional>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Hyperparameters)
};

/// One line of the table below: everything that is known of a hyperparameter.
struct Field
{
    QString name;
    std::function<QString()> range; ///< what is allowed, translated; follows "must be"
    std::function<bool(Hyperparameters &, const QString &)> parse;
    std::function<QString(const Hyperparameters &)> print;
};

/// The fewest digits that read back to the same number. (QLocale::FloatingPointShortest prefers 5e-04 to 0.0005.)
QString printed(double value)
{
    constexpr int kAllDigits = 17;
    for (int digits = 1; digits < kAllDigits; ++digits) {
        const QString text = QString::number(value, 'g', digits);
        if (text.toDouble() == value)
            return text;
    }
    return QString::number(value, 'g', kAllDigits);
}

Field wholeNumber(const char *name, int Hyperparameters::*member, int lowest, int highest)
{
    return {QLatin1String(name), [=] { return Text::tr("a whole number from %1 to %2").arg(lowest).arg(highest); },
            [=](Hyperparameters &values, const QString &text) {
                bool isNumber = false;
                const int value = text.toInt(&isNumber);
                values.*member = value;
                return isNumber && value >= lowest && value <= highest;
            },
            [=](const Hyperparameters &values) { return QString::number(values.*member); }};
}

/// A count that the data set can tell: 0 leaves it to the program, and so does nothing at all, as in the file of
/// defaults of SageMaker's container.
Field countedNumber(const char *name, int Hyperparameters::*member, int highest)
{
    Field field = wholeNumber(name, member, 0, highest);
    field.parse = [number = field.parse](Hyperparameters &values, const QString &text) {
        return number(values, text.isEmpty() ? QStringLiteral("0") : text);
    };
    field.range = [highest] {
        return Text::tr("a whole number from 1 to %1, or 0 to count it in the data set").arg(highest);
    };
    return field;
}

struct Interval
{
    double lowest = 0;
    double highest = 1;
    bool hasLowest = false;
    bool hasHighest = false;

    [[nodiscard]] bool contains(double value) const
    {
        const bool isAbove = hasLowest ? value >= lowest : value > lowest;
        const bool isBelow = hasHighest ? value <= highest : value < highest;
        return std::isfinite(value) && isAbove && isBelow;
    }

    [[nodiscard]] QString text() const
    {
        const QString low = printed(lowest);
        const QString high = printed(highest);
        if (hasLowest && hasHighest)
            return Text::tr("a number from %1 to %2").arg(low, high);
        if (hasLowest)
            return Text::tr("a number of at least %1 and below %2").arg(low, high);
        if (hasHighest)
            return Text::tr("a number above %1 and at most %2").arg(low, high);
        return Text::tr("a number above %1 and below %2").arg(low, high);
    }
};

Field realNumber(const char *name, double Hyperparameters::*member, Interval interval)
{
    return {QLatin1String(name), [=] { return interval.text(); },
            [=](Hyperparameters &values, const QString &text) {
                bool isNumber = false;
                values.*member = text.toDouble(&isNumber);
                return isNumber && interval.contains(values.*member);
            },
            [=](const Hyperparameters &values) { return printed(values.*member); }};
}

Field truth(const char *name, bool Hyperparameters::*member, const char *yes, const char *no)
{
    const QString yesText = QLatin1String(yes);
    const QString noText = QLatin1String(no);
    return {QLatin1String(name), [=] { return Text::tr("%1 or %2").arg(yesText, noText); },
            [=](Hyperparameters &values, const QString &text) {
                const QString lower = text.toLower();
                const bool isYes = lower == QLatin1String("true") || lower == QLatin1String("1");
                values.*member = isYes;
                return isYes || lower == QLatin1String("false") || lower == QLatin1String("0");
            },
            [=](const Hyperparameters &values) { return values.*member ? yesText : noText; }};
}

Field choice(const char *name, QString Hyperparameters::*member, const QStringList &allowed)
{
    return {QLatin1String(name), [=] { return Text::tr("one of %1").arg(allowed.join(QStringLiteral(", "))); },
            [=](Hyperparameters &values, const QString &text) {
                values.*member = text;
                return allowed.contains(text);
            },
            [=](const Hyperparameters &values) { return values.*member; }};
}

Field epochList(const char *name, QList<int> Hyperparameters::*member)
{
    return {QLatin1String(name), [] { return Text::tr("rising epoch numbers with commas between them, as in 10,20"); },
            [=](Hyperparameters &values, const QString &text) {
                QList<int> epochs;
                for (const QString &part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
                    bool isNumber = false;
                    const int epoch = part.trimmed().toInt(&isNumber);
                    if (!isNumber || epoch <= (epochs.isEmpty() ? 0 : epochs.last()))
                        return false;
                    epochs << epoch;
                }
                values.*member = epochs;
                return true;
            },
            [=](const Hyperparameters &values) {
                QStringList parts;
                for (int epoch : values.*member)
                    parts << QString::number(epoch);
                return parts.join(QLatin1Char(','));
            }};
}

Field expression(const char *name, QString Hyperparameters::*member)
{
    return {QLatin1String(name), [] { return Text::tr("a valid regular expression"); },
            [=](Hyperparameters &values, const QString &text) {
                values.*member = text;
                return QRegularExpression(text).isValid();
            },
            [=](const Hyperparameters &values) { return values.*member; }};
}

/// Names, ranges and order of SageMaker's documentation (facts 1.1). The upper ends of whole numbers, which it leaves
/// open, are what keeps a slip of the finger from asking for more memory than there is. Momentum and weight decay may
/// be 0, as in its tuning ranges.
const std::vector<Field> &fields()
{
    using H = Hyperparameters;
    static const std::vector<Field> table{
        countedNumber("num_classes", &H::numClasses, 10'000),
        countedNumber("num_training_samples", &H::numTrainingSamples, 1'000'000'000),
        choice("base_network", &H::baseNetwork, knownBaseNetworks()),
        truth("use_pretrained_model", &H::usePretrainedModel, "1", "0"),
        wholeNumber("epochs", &H::epochs, 1, 1'000'000),
        wholeNumber("image_shape", &H::imageShape, 300, 2048),
        wholeNumber("mini_batch_size", &H::miniBatchSize, 1, 1024),
        realNumber("learning_rate", &H::learningRate, {.hasHighest = true}),
        realNumber("lr_scheduler_factor", &H::lrSchedulerFactor, {}),
        epochList("lr_scheduler_step", &H::lrSchedulerStep),
        choice("optimizer", &H::optimizer,
               {QStringLiteral("sgd"), QStringLiteral("adam"), QStringLiteral("rmsprop"), QStringLiteral("adadelta")}),
        realNumber("momentum", &H::momentum, {.hasLowest = true, .hasHighest = true}),
        realNumber("weight_decay", &H::weightDecay, {.hasLowest = true}),
        realNumber("overlap_threshold", &H::overlapThreshold, {.hasHighest = true}),
        realNumber("nms_threshold", &H::nmsThreshold, {.hasHighest = true}),
        wholeNumber("nms_topk", &H::nmsTopk, 1, 100'000),
        expression("freeze_layer_pattern", &H::freezeLayerPattern),
        truth("early_stopping", &H::earlyStopping, "True", "False"),
        wholeNumber("early_stopping_min_epochs", &H::earlyStoppingMinEpochs, 1, 1'000'000),
        wholeNumber("early_stopping_patience", &H::earlyStoppingPatience, 1, 1'000'000),
        realNumber("early_stopping_tolerance", &H::earlyStoppingTolerance, {.hasLowest = true, .hasHighest = true}),
        wholeNumber("label_width", &H::labelWidth, 7, 10'000'000),
    };
    return table;
}

/// What a SageMaker job file also names and what means nothing on a single machine: taken without effect.
bool isWithoutEffect(const QString &name)
{
    static const QStringList names{QStringLiteral("_kvstore"), QStringLiteral("_num_kv_servers"),
                                   QStringLiteral("_tuning_objective_metric")};
    return names.contains(name);
}

constexpr QLatin1String kKvStore("kv_store");

/// How several machines would share their weights; "device" is what the container's own defaults say.
QStringList kvStores()
{
    return {QStringLiteral("device"), QStringLiteral("local"), QStringLiteral("dist_sync"),
            QStringLiteral("dist_async")};
}

const Field *fieldNamed(const QString &name)
{
    for (const Field &field : fields()) {
        if (field.name == name)
            return &field;
    }
    return nullptr;
}

QString allNames()
{
    QStringList names;
    for (const Field &field : fields())
        names << field.name;
    names << kKvStore;
    return names.join(QStringLiteral(", "));
}

} // namespace

QStringList knownBaseNetworks()
{
    return {QStringLiteral("mobilenet-v2"), QStringLiteral("resnet-50"), QStringLiteral("vgg-16")};
}

Result<Hyperparameters> Hyperparameters::fromStrings(const QMap<QString, QString> &values,
                                                     const Hyperparameters &defaults)
{
    Hyperparameters result = defaults;
    for (auto entry = values.cbegin(); entry != values.cend(); ++entry) {
        const QString value = entry.value().trimmed();
        if (isWithoutEffect(entry.key()) || (entry.key() == kKvStore && kvStores().contains(value)))
            continue;
        if (entry.key() == kKvStore)
            return failure(
                Text::tr("%1 is \"%2\"; it must be %3.")
                    .arg(kKvStore, entry.value(), Text::tr("one of %1").arg(kvStores().join(QStringLiteral(", ")))));
        const Field *field = fieldNamed(entry.key());
        if (!field)
            return failure(
                Text::tr("There is no hyperparameter named %1. Known are: %2.").arg(entry.key(), allNames()));
        if (!field->parse(result, value))
            return failure(Text::tr("%1 is \"%2\"; it must be %3.").arg(field->name, entry.value(), field->range()));
    }
    return result;
}

Hyperparameters Hyperparameters::sagemakerDefaults()
{
    Hyperparameters values;
    values.baseNetwork = QStringLiteral("vgg-16");
    return values;
}

QMap<QString, QString> Hyperparameters::toStrings() const
{
    QMap<QString, QString> values;
    for (const Field &field : fields())
        values.insert(field.name, field.print(*this));
    return values;
}

} // namespace boxwright
