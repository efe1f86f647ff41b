// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/download/public_weights.h"

#include <QDialog>

#include <memory>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace boxwright {

class Job;
class JobStrip;

/// Fetches public ImageNet weights of one base network, after the person has said so and from the address that they
/// see. What was fetched once is there at once the next time. Accepted with the file there; a closed dialog stops the
/// transfer and keeps its part. GUI thread; the caller owns it.
class FetchWeightsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `folder` is where files are kept (weightsFolder()).
    FetchWeightsDialog(const QString &baseNetwork, const QString &folder, QWidget *parent = nullptr);
    ~FetchWeightsDialog() override;

    /// After it was accepted.
    [[nodiscard]] QString file() const { return m_file; }

private:
    void build();
    void takeChoice();
    void fetch();
    [[nodiscard]] const PublicWeights &chosen() const;

    std::vector<PublicWeights> m_weights;
    const QString m_folder;
    QString m_file;
    std::unique_ptr<Job> m_job;
    QComboBox *m_choice = nullptr;
    QLineEdit *m_address = nullptr;
    QLabel *m_outcome = nullptr;
    JobStrip *m_strip = nullptr;
    QPushButton *m_fetch = nullptr;
};

} // namespace boxwright
