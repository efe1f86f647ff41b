// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/cloud_form.h"

#include "core/formats/training_data.h"
#include "ui/theme/theme.h"
#include "ui/words/duration_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSpinBox>
#include <QVBoxLayout>

namespace boxwright {

namespace {

const QString kAddress = QStringLiteral("cloud/address");
const QString kRole = QStringLiteral("cloud/role");
const QString kRegion = QStringLiteral("cloud/region");
const QString kInstance = QStringLiteral("cloud/instance");
const QString kPrice = QStringLiteral("cloud/price/"); ///< and the instance
const QString kSpeed = QStringLiteral("cloud/speed/");

QDoubleSpinBox *numberField(const char *name, const QString &suffix)
{
    auto *field = new QDoubleSpinBox;
    field->setObjectName(QLatin1String(name));
    field->setRange(0.001, 100'000);
    field->setDecimals(3);
    field->setSuffix(suffix);
    return field;
}

QSpinBox *countField(const char *name, int least, int most, int value)
{
    auto *field = new QSpinBox;
    field->setObjectName(QLatin1String(name));
    field->setRange(least, most);
    field->setValue(value);
    return field;
}

QWidget *sideBySide(QWidget *left, QWidget *right)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(left, 1);
    layout->addWidget(right, 1);
    return row;
}

} // namespace

CloudForm::CloudForm(ProjectSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
{
    build();
    recall();
    connect(m_wanted, &QCheckBox::toggled, this, [this](bool isWanted) {
        m_fields->setVisible(isWanted);
        showEstimate();
        Q_EMIT changed();
    });
    for (QLineEdit *field : {m_address, m_role})
        connect(field, &QLineEdit::textChanged, this, &CloudForm::changed);
    connect(m_region, &QComboBox::currentIndexChanged, this, &CloudForm::changed);
    connect(m_instance, &QComboBox::currentTextChanged, this, [this] {
        takeInstance();
        Q_EMIT changed();
    });
    for (QDoubleSpinBox *field : {m_price, m_speed})
        connect(field, &QDoubleSpinBox::valueChanged, this, &CloudForm::showEstimate);
    for (QSpinBox *field : {m_epochs, m_shape})
        connect(field, &QSpinBox::valueChanged, this, &CloudForm::showEstimate);
}

void CloudForm::build()
{
    m_wanted = new QCheckBox(tr("Also write a training job for SageMaker"));
    m_wanted->setObjectName(QStringLiteral("cloudWanted"));
    m_wanted->setToolTip(
        tr("Writes the request and upload.sh beside the export. Nothing is sent until upload.sh runs."));
    m_address = new QLineEdit;
    m_address->setObjectName(QStringLiteral("cloudAddress"));
    m_address->setPlaceholderText(QStringLiteral("s3://my-bucket/my-data"));
    m_role = new QLineEdit;
    m_role->setObjectName(QStringLiteral("cloudRole"));
    m_role->setPlaceholderText(QStringLiteral("arn:aws:iam::123456789012:role/NAME"));
    m_region = new QComboBox;
    m_region->setObjectName(QStringLiteral("cloudRegion"));
    m_region->addItems(trainingRegions());
    m_instance = new QComboBox;
    m_instance->setObjectName(QStringLiteral("cloudInstance"));
    m_instance->setEditable(true);
    for (const InstancePrice &item : instancePrices())
        m_instance->addItem(item.type);
    m_price = numberField("cloudPrice", tr(" USD per hour"));
    m_speed = numberField("cloudSpeed", tr(" images per second"));
    m_epochs = countField("cloudEpochs", 1, 10'000, 30);
    m_shape = countField("cloudShape", 300, 2048, 300);
    m_estimate = new QLabel;
    m_estimate->setObjectName(QStringLiteral("cloudEstimate"));
    m_estimate->setWordWrap(true);
    setKind(*m_estimate, "dim");

    m_fields = new QWidget;
    auto *form = new QFormLayout(m_fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(10);
    form->addRow(tr("Upload to"), m_address);
    form->addRow(tr("Role"), m_role);
    form->addRow(tr("Region"), m_region);
    form->addRow(tr("Machine"), m_instance);
    form->addRow(tr("Price, speed"), sideBySide(m_price, m_speed));
    form->addRow(tr("Epochs, image_shape"), sideBySide(m_epochs, m_shape));
    form->addRow(QString(), m_estimate);
    m_fields->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(m_wanted);
    layout->addWidget(m_fields);
}

void CloudForm::recall()
{
    m_address->setText(m_session.setting(kAddress));
    m_role->setText(m_session.setting(kRole));
    const QString region = m_session.setting(kRegion);
    m_region->setCurrentText(region.isEmpty() ? QStringLiteral("us-east-1") : region);
    if (const QString instance = m_session.setting(kInstance); !instance.isEmpty())
        m_instance->setCurrentText(instance);
    takeInstance();
}

/// Its price and speed: as the person corrected them, else as they are known.
void CloudForm::takeInstance()
{
    const QString type = m_instance->currentText().trimmed();
    InstancePrice known{type, m_price->value(), m_speed->value()};
    for (const InstancePrice &item : instancePrices()) {
        if (item.type == type)
            known = item;
    }
    const double price = m_session.setting(kPrice + type).toDouble();
    const double speed = m_session.setting(kSpeed + type).toDouble();
    m_price->setValue(price > 0 ? price : known.dollarsPerHour);
    m_speed->setValue(speed > 0 ? speed : known.imagesPerSecond);
    showEstimate();
}

void CloudForm::setFormat(const QString &formatId)
{
    m_isOffered = trainingInputOf(formatId).has_value();
    setVisible(m_isOffered);
}

void CloudForm::setTrainingImages(qint64 images)
{
    m_images = images;
    showEstimate();
}

bool CloudForm::isWanted() const
{
    return m_isOffered && m_wanted->isChecked();
}

InstancePrice CloudForm::instance() const
{
    return {m_instance->currentText().trimmed(), m_price->value(), m_speed->value()};
}

void CloudForm::showEstimate()
{
    const CloudEstimate estimate = estimateTraining(instance(), m_images, m_epochs->value(), m_shape->value());
    m_estimate->setText(
        tr("For %n training image(s) it takes %1 and costs %2 USD: a rough guess from the figures above.", nullptr,
           int(m_images))
            .arg(aboutDurationText(estimate.seconds), QLocale().toString(estimate.dollars, 'f', 2)));
}

TrainingJob CloudForm::job() const
{
    TrainingJob job;
    const QString stamp = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    job.name = jobNameFrom(m_session.name(), stamp);
    job.roleArn = m_role->text().trimmed();
    job.region = m_region->currentText();
    job.instanceType = instance().type;
    job.dataUri = m_address->text().trimmed();
    job.hyperparameters = {{QStringLiteral("epochs"), QString::number(m_epochs->value())},
                           {QStringLiteral("image_shape"), QString::number(m_shape->value())}};
    return job;
}

std::optional<CloudHandOver> CloudForm::handOver(const QString &exportFolder) const
{
    if (!isWanted())
        return std::nullopt;
    return CloudHandOver{job(), exportFolder + QStringLiteral("-cloud/job.json")};
}

QString CloudForm::problem() const
{
    if (!isWanted())
        return {};
    TrainingData some; // the least that there can be: only what the form says is judged here
    some.classes = 1;
    some.trainingImages = 1;
    some.validationImages = 1;
    some.labelWidth = 7;
    const Result<QByteArray> request = trainingJobRequest(job(), some);
    return request ? QString() : request.error().message;
}

void CloudForm::remember() const
{
    if (!isWanted())
        return;
    const InstancePrice chosen = instance();
    m_session.setSetting(kAddress, m_address->text().trimmed());
    m_session.setSetting(kRole, m_role->text().trimmed());
    m_session.setSetting(kRegion, m_region->currentText());
    m_session.setSetting(kInstance, chosen.type);
    m_session.setSetting(kPrice + chosen.type, QString::number(chosen.dollarsPerHour, 'g', 10));
    m_session.setSetting(kSpeed + chosen.type, QString::number(chosen.imagesPerSecond, 'g', 10));
}

} // namespace boxwright
