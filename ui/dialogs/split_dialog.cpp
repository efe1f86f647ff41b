// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/split_dialog.h"

#include "core/jobs/job.h"
#include "core/review/image_health.h"
#include "ui/dialogs/job_strip.h"
#include "ui/dialogs/split_outcome.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace boxwright {

namespace {

constexpr int kDefaultShares[] = {80, 20, 0};

QSpinBox *shareField(int value, const char *name)
{
    auto *field = new QSpinBox;
    field->setObjectName(QLatin1String(name));
    field->setRange(0, 100);
    field->setValue(value);
    field->setSuffix(SplitDialog::tr(" %"));
    return field;
}

} // namespace

SplitDialog::SplitDialog(ProjectSession &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("splitDialog"));
    setWindowTitle(tr("Split the data set"));
    build();
    for (QSpinBox *field : {m_shares[0], m_shares[1], m_shares[2], m_seed})
        connect(field, &QSpinBox::valueChanged, this, &SplitDialog::refresh);
    for (QCheckBox *box : {m_stratified, m_unassigned})
        connect(box, &QCheckBox::toggled, this, &SplitDialog::refresh);
    connect(m_pattern, &QLineEdit::textChanged, this, &SplitDialog::refresh);
    connect(m_grouping, &QComboBox::currentIndexChanged, this, &SplitDialog::refresh);
    connect(&session.document(), &Document::changed, this, [this] {
        m_alike.reset();
        refresh();
    });
    refresh();
}

SplitDialog::~SplitDialog() = default;

void SplitDialog::build()
{
    const char *const names[] = {"trainShare", "validationShare", "testShare"};
    for (int i = 0; i < 3; ++i)
        m_shares[i] = shareField(kDefaultShares[i], names[i]);
    m_seed = new QSpinBox;
    m_seed->setObjectName(QStringLiteral("seed"));
    m_seed->setRange(0, 999'999);
    m_seed->setValue(1);
    m_seed->setToolTip(tr("The same number gives the same split again."));
    m_stratified = new QCheckBox(tr("Every class in the same shares"));
    m_stratified->setObjectName(QStringLiteral("stratified"));
    m_stratified->setChecked(true);
    m_unassigned = new QCheckBox(tr("Only images that are in no split yet"));
    m_unassigned->setObjectName(QStringLiteral("unassigned"));
    m_grouping = new QComboBox;
    m_grouping->setObjectName(QStringLiteral("grouping"));
    m_grouping->addItem(tr("every image by itself"), int(SplitGrouping::None));
    m_grouping->addItem(tr("images of one folder"), int(SplitGrouping::Folder));
    m_grouping->addItem(tr("images whose names begin alike"), int(SplitGrouping::NamePattern));
    m_grouping->addItem(tr("images that look alike"), int(SplitGrouping::NearDuplicate));
    m_grouping->setToolTip(tr("What belongs to one scene must not be learned and tested at once."));
    m_pattern = new QLineEdit(QStringLiteral("^(\\D*\\d+)"));
    m_pattern->setObjectName(QStringLiteral("pattern"));
    m_pattern->setToolTip(tr("A regular expression on the file name; images with the same text in its brackets stay "
                             "together."));
    m_outcome = new QLabel;
    m_outcome->setObjectName(QStringLiteral("outcome"));
    m_outcome->setWordWrap(true);
    m_strip = new JobStrip;
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_split = buttons->addButton(tr("Split"), QDialogButtonBox::AcceptRole);
    m_split->setObjectName(QStringLiteral("split"));
    setKind(*m_split, "primary");
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &SplitDialog::split);

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(10);
    form->addRow(tr("Training"), m_shares[0]);
    form->addRow(tr("Validation"), m_shares[1]);
    form->addRow(tr("Test"), m_shares[2]);
    form->addRow(QString(), m_stratified);
    form->addRow(QString(), m_unassigned);
    form->addRow(tr("Keep together"), m_grouping);
    form->addRow(tr("Name pattern"), m_pattern);
    form->addRow(tr("Seed"), m_seed);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addLayout(form);
    layout->addWidget(m_outcome);
    layout->addStretch(1);
    layout->addWidget(m_strip);
    layout->addWidget(buttons);
    setMinimumWidth(460);
}

SplitRequest SplitDialog::request() const
{
    SplitRequest request;
    for (std::size_t i = 0; i < request.shares.size(); ++i)
        request.shares[i] = m_shares[i]->value();
    request.seed = quint64(m_seed->value());
    request.isStratified = m_stratified->isChecked();
    request.onlyUnassigned = m_unassigned->isChecked();
    request.grouping = SplitGrouping(m_grouping->currentData().toInt());
    request.pattern = m_pattern->text();
    request.alike = m_alike.value_or(QList<QList<ImageId>>());
    return request;
}

void SplitDialog::refresh()
{
    m_plan.reset();
    m_split->setEnabled(false);
    const SplitRequest wanted = request();
    m_pattern->setEnabled(wanted.grouping == SplitGrouping::NamePattern);
    setKind(*m_outcome, "dim");
    if (wanted.grouping == SplitGrouping::NearDuplicate && !m_alike) {
        m_outcome->setText(tr("Looking for images that are nearly the same."));
        lookForDuplicates();
        return;
    }
    const Dataset &dataset = m_session.dataset();
    const Result<SplitPlan> plan = planSplit(dataset, wanted);
    if (!plan) {
        setKind(*m_outcome, "bad");
        m_outcome->setText(plan.error().message);
        return;
    }
    QString text = splitOutcomeText(*plan, dataset);
    if (plan->groups > 0)
        text += QLatin1Char('\n') + tr("%n group(s) of images stay together.", nullptr, int(plan->groups));
    m_outcome->setText(text);
    m_split->setEnabled(!m_session.isReadOnly() && !plan->splits.isEmpty());
    m_plan = *plan;
}

void SplitDialog::lookForDuplicates()
{
    if (m_job && m_job->isRunning())
        return;
    auto work = [this, dataset = m_session.dataset(),
                 folder = m_session.folder()](const CancelFlag &cancel, const ProgressSink &progress) -> Job::Deliver {
        const Result<QList<QList<ImageId>>> alike = nearDuplicates(dataset, folder, cancel, progress);
        return [this, alike] {
            if (alike)
                m_alike = *alike;
        };
    };
    m_job = std::make_unique<Job>(std::move(work));
    connect(m_job.get(), &Job::finished, this, &SplitDialog::refresh);
    m_strip->follow(*m_job, tr("Looking at images..."));
    m_job->start();
}

void SplitDialog::split()
{
    if (m_plan)
        carryOut(*m_plan, m_session.document(), *this);
}

} // namespace boxwright
