// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sagemaker/job_hyperparameters.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <cmath>
#include <functional>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JobHyperparameters)
};

/// One hyperparameter: what is allowed in words, and whether a value is.
struct Rule
{
    QString allowed;
    std::function<bool(const QString &)> accepts;
    QString preset; ///< written where nobody chose; empty: left to the container
};

Rule whole(int least, const QString &preset = {})
{
    return {Text::tr("a whole number of at least %1").arg(least),
            [least](const QString &text) {
                bool isNumber = false;
                return text.toInt(&isNumber) >= least && isNumber;
            },
            preset};
}

/// Above `low` (or from it) up to `high` (or below it).
Rule real(double low, double high, bool hasEnds, const QString &preset)
{
    const QString words = hasEnds ? Text::tr("a number from %1 to %2") : Text::tr("a number above %1 and at most %2");
    return {words.arg(low).arg(high),
            [=](const QString &text) {
                bool isNumber = false;
                const double value = text.toDouble(&isNumber);
                return isNumber && std::isfinite(value) && (hasEnds ? value >= low : value > low) && value <= high;
            },
            preset};
}

Rule oneOf(const QStringList &words, const QString &preset = {})
{
    return {Text::tr("one of %1").arg(words.join(QStringLiteral(", "))),
            [words](const QString &text) { return words.contains(text); }, preset};
}

Rule matching(const QString &words, const char *pattern)
{
    const QRegularExpression expression(QRegularExpression::anchoredPattern(QLatin1String(pattern)));
    return {words, [expression](const QString &text) { return expression.match(text).hasMatch(); }, {}};
}

Rule regularExpression()
{
    return {
        Text::tr("a regular expression"), [](const QString &text) { return QRegularExpression(text).isValid(); }, {}};
}

QMap<QString, Rule> rules()
{
    const QStringList truth{QStringLiteral("True"), QStringLiteral("False")};
    return {
        {QStringLiteral("base_network"),
         oneOf({QStringLiteral("vgg-16"), QStringLiteral("resnet-50")}, QStringLiteral("resnet-50"))},
        // The guide's default is 1, the container's own is 0: always said.
        {QStringLiteral("use_pretrained_model"),
         oneOf({QStringLiteral("0"), QStringLiteral("1")}, QStringLiteral("1"))},
        {QStringLiteral("epochs"), whole(1, QStringLiteral("30"))},
        {QStringLiteral("image_shape"), whole(300, QStringLiteral("300"))},
        {QStringLiteral("mini_batch_size"), whole(1, QStringLiteral("32"))},
        {QStringLiteral("learning_rate"), real(0, 1, false, QStringLiteral("0.001"))},
        {QStringLiteral("lr_scheduler_factor"), real(0, 1, false, QStringLiteral("0.1"))},
        {QStringLiteral("lr_scheduler_step"),
         matching(Text::tr("epoch numbers with commas between them, as in 10,20"), "(\\d+(,\\d+)*)?")},
        {QStringLiteral("optimizer"),
         oneOf({QStringLiteral("sgd"), QStringLiteral("adam"), QStringLiteral("rmsprop"), QStringLiteral("adadelta")},
               QStringLiteral("sgd"))},
        {QStringLiteral("momentum"), real(0, 1, false, QStringLiteral("0.9"))},
        {QStringLiteral("weight_decay"), real(0, 1, false, QStringLiteral("0.0005"))},
        {QStringLiteral("overlap_threshold"), real(0, 1, false, QStringLiteral("0.5"))},
        {QStringLiteral("nms_threshold"), real(0, 1, false, QStringLiteral("0.45"))},
        {QStringLiteral("early_stopping"), oneOf(truth)},
        {QStringLiteral("early_stopping_min_epochs"), whole(1)},
        {QStringLiteral("early_stopping_patience"), whole(1)},
        {QStringLiteral("early_stopping_tolerance"), real(0, 1, true, {})},
        {QStringLiteral("freeze_layer_pattern"), regularExpression()},
        {QStringLiteral("kv_store"), oneOf({QStringLiteral("dist_sync"), QStringLiteral("dist_async")})},
        {QStringLiteral("num_classes"), whole(1)},
        {QStringLiteral("num_training_samples"), whole(1)},
        {QStringLiteral("label_width"), whole(7)},
    };
}

} // namespace

Result<QMap<QString, QString>> jobHyperparameters(const QMap<QString, QString> &chosen)
{
    const QMap<QString, Rule> known = rules();
    QMap<QString, QString> values;
    for (auto rule = known.cbegin(); rule != known.cend(); ++rule) {
        if (!rule->preset.isEmpty())
            values.insert(rule.key(), rule->preset);
    }
    for (auto value = chosen.cbegin(); value != chosen.cend(); ++value) {
        const auto rule = known.constFind(value.key());
        if (rule == known.cend())
            return failure(Text::tr("SageMaker's object detection knows no hyperparameter \"%1\"").arg(value.key()));
        if (!rule->accepts(*value))
            return failure(Text::tr("The hyperparameter %1 is \"%2\", but SageMaker takes %3")
                               .arg(value.key(), *value, rule->allowed));
        values.insert(value.key(), *value);
    }
    return values;
}

} // namespace boxwright
